import { fold } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";

/** Words that name no place at all, nor do languages: `Virtual (in Spanish)`. */
const VAGUE =
  phrases(`various, multiple, several, different, many, all over, tbd, tba, tbc, to be announced, to be determined,
  to be confirmed, to be decided, tentative, global, globally, worldwide, world wide, world, international, internationally, everywhere, anywhere,
  joint, internet, earth, unknown, undisclosed, n a, none,
  english, spanish, french, german, italian, portuguese, russian, ukrainian, polish, dutch, japanese, korean, chinese, mandarin, hebrew`);

/** Parts of the world that are no country. */
const REGIONS =
  phrases(`europe, eu, european union, emea, africa, asia, apac, asia pacific, pacific, america, americas, the americas, latam,
  latin america, oceania, australasia, anz, middle east, mena, scandinavia, nordics, nordic, baltics, baltic, benelux, balkans, dach,
  iberia, caribbean, usa canada, us canada, north america, south america, central america, central europe, british isles,
  south africa region, gulf, east coast, west coast, midwest, pacific northwest, new england`);

/** Words that may stand beside them. */
const FILLERS =
  phrases(`and, or, the, of, in, at, all, a, meetup, meetups, meeting, event, events, cities, city, locations, location, places, place,
  countries, venues, venue, region, regions, area, timezone, timezones, time zone, time zones, across, around, other, more, plus, both,
  north, south, east, west, central, northern, southern, eastern, western, southeast, virtual, online`);

function phrases(list: string): ReadonlySet<string> {
  return new Set(list.split(",").map(fold));
}

/** `utc 2`, `pdt timezone`: a time zone; `est` is Estonia as well. */
const ZONE = /^(?:utc|gmt|cet|cest|pst|pdt|edt)(?: \d{1,2}){0,2}(?: time ?zone)?$/;

/** What a text says without naming a place: `vague` (`Various cities`), `region` (`Europe + Israel`), or null. */
export type Scope = "vague" | "region" | null;

/** Whether the text is made of scope words alone; countries may stand beside them: `EU/UK`. */
export function scopeOf(gazetteer: Gazetteer, text: string): Scope {
  const folded = fold(text);
  if (ZONE.test(folded)) return "region";
  const words = folded.split(" ");
  let scope: Scope = null;
  for (let from = 0; from < words.length; ) {
    let taken = 0;
    for (let length = Math.min(3, words.length - from); length > 0 && taken === 0; length--) {
      const phrase = words.slice(from, from + length).join(" ");
      const region = REGIONS.has(phrase);
      if (region || VAGUE.has(phrase)) {
        scope = region || scope === "region" ? "region" : "vague";
        taken = length;
      } else if (FILLERS.has(phrase) || gazetteer.countryNamed(phrase) !== null || phrase === "us") taken = length;
    }
    if (taken === 0) return null;
    from += taken;
  }
  return scope;
}
