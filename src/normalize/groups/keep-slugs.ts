import type { GroupRecord } from "../../model/event.ts";
import { squash } from "./names.ts";

/**
 * `rebuilt` groups, which go on answering to every slug and alias in `old`: one that is no group of its own any more is an
 * alias of the group that has one of its links, else one of its names.
 */
export function keepSlugs(old: readonly GroupRecord[], rebuilt: readonly GroupRecord[]): readonly GroupRecord[] {
  const known = new Set(rebuilt.flatMap(({ slug, aliases = [] }) => [slug, ...aliases]));
  const owners = new Map<string, GroupRecord>();
  for (const group of rebuilt) for (const trait of traitsOf(group)) if (!owners.has(trait)) owners.set(trait, group);
  const also = new Map<GroupRecord, string[]>();
  for (const group of old) {
    const lost = [group.slug, ...(group.aliases ?? [])].filter((slug) => !known.has(slug));
    const trait = traitsOf(group).find((trait) => owners.has(trait));
    const owner = trait === undefined ? undefined : owners.get(trait);
    if (owner !== undefined && lost.length > 0) also.set(owner, [...(also.get(owner) ?? []), ...lost]);
  }
  return rebuilt.map((group) => {
    const { slug, aliases = [], ...rest } = group;
    const more = also.get(group);
    return more === undefined ? group : { slug, aliases: [...aliases, ...more], ...rest };
  });
}

/** Its links, then its names, the surest first. */
function traitsOf({ name, names, links }: GroupRecord): readonly string[] {
  return [...links, ...[...names, name].map((one) => `\n${squash(one)}`)];
}
