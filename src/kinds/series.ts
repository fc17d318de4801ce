import { compare } from "../model/compare.ts";
import type { EventRecord } from "../model/event.ts";
import { plainLetters } from "../model/letters.ts";
import { conferenceNamed } from "./conferences.ts";
import { evidenceOf } from "./evidence.ts";
import { kindOf } from "./kind.ts";

/** Conferences that are editions of one. */
export interface Series {
  readonly slug: string;
  readonly name: string;
  /** By start, then id. */
  readonly editions: readonly EventRecord[];
}

/** Site of many conferences. */
const MANY = /(?:^|\.)(?:linuxfoundation\.org|rustfoundation\.org|dev\.events|lpc\.events|fosdem\.org)$/;

/**
 * The conferences among `events`, by series, each slug once, sorted by slug. Editions have a known name, or the same site, or
 * the same title but for year, number and place: "RustFest Zürich" and `rome.rustfest.eu` are RustFest.
 */
export function seriesOf(events: readonly EventRecord[]): readonly Series[] {
  const conferences = events
    .filter((event) => kindOf(event) === "conference")
    .sort((a, b) => compare(a.start, b.start) || compare(a.id, b.id));
  const named = new Map<string, Named>();
  for (const event of conferences) {
    const known = conferenceNamed(event.title);
    const site = siteOf(event);
    if (known !== undefined && site !== null && !named.has(site)) named.set(site, known);
  }
  const series = new Map<string, Series & { readonly editions: EventRecord[] }>();
  for (const event of conferences) {
    const site = siteOf(event);
    const { slug, name } = conferenceNamed(event.title) ?? named.get(site ?? "") ?? ownName(event);
    if (site !== null && !named.has(site)) named.set(site, { slug, name });
    const known = series.get(slug) ?? { slug, name, editions: [] };
    known.editions.push(event);
    series.set(slug, known);
  }
  return [...series.values()].sort((a, b) => compare(a.slug, b.slug));
}

interface Named {
  readonly slug: string;
  readonly name: string;
}

/** Host without year or city: `2024.rustnl.org` → `rustnl.org`. Null for a site of many conferences or organisers. */
function siteOf(event: EventRecord): string | null {
  const { host, ownSite } = evidenceOf(event);
  return ownSite && !MANY.test(host) ? host.split(".").slice(-2).join(".") : null;
}

/** "Rust Summit (paid)" → Rust Summit; "SquiggleConf 2024: …" → SquiggleConf. */
function ownName({ title, places }: EventRecord): Named {
  const bare = title
    .replace(/\s*\([^()]*\)|\s*(?::|@| [-–—|] ).*$/g, "")
    .replace(/\s+(?:'?\d\d|\d{4})$|\s+20\d\d\b/g, "");
  const city = places.find(({ city }) => city !== null && bare.toLowerCase().endsWith(` ${city.toLowerCase()}`))?.city;
  const name = bare.slice(0, bare.length - (city?.length ?? 0)).trim() || title;
  const slug = plainLetters(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return { slug, name };
}
