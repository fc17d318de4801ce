import { compare } from "../model/compare.ts";
import { addDays } from "../model/date.ts";
import type { EventRecord, GroupRecord } from "../model/event.ts";

/** Days before a group was last listed in which its names are counted. */
const YEAR = 365;

/** Groups with the name that `events` print most in the last year in which the group was listed; of equal ones the latest. */
export function withNames(groups: readonly GroupRecord[], events: readonly EventRecord[]): readonly GroupRecord[] {
  const since = new Map(groups.map(({ slug, lastSeen }) => [slug, addDays(lastSeen, -YEAR)]));
  const counts = new Map<string, Map<string, { times: number; last: string }>>();
  for (const { groups, listings } of events) {
    for (const { slug, name } of groups) {
      const from = since.get(slug) ?? "";
      const recent = listings.filter(({ issue }) => issue >= from);
      if (recent.length === 0) continue;
      const names = counts.get(slug) ?? new Map();
      const { times = 0, last = "" } = names.get(name) ?? {};
      const newest = recent.at(-1)?.issue ?? "";
      names.set(name, { times: times + recent.length, last: newest > last ? newest : last });
      counts.set(slug, names);
    }
  }
  return groups.map((group) => {
    const names = [...(counts.get(group.slug) ?? [])].filter(([name]) => group.names.includes(name));
    names.sort(([a, one], [b, other]) => other.times - one.times || compare(other.last, one.last) || compare(a, b));
    const name = names[0]?.[0] ?? group.name;
    return name === group.name ? group : { ...group, name };
  });
}
