import { fold } from "../../../src/normalize/places/fold.ts";
import { distance } from "../../../src/normalize/places/typos.ts";
import type { SourceCity } from "./source.ts";

/** From this many people on, every plausible name that GeoNames has in Latin letters is kept. */
const MANY = 100_000;
const LATIN = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}`´]+$/u;
const CODE = /^\p{Lu}+$/u;

function plausible(text: string): boolean {
  return text.length < 26 && LATIN.test(text) && !CODE.test(text) && /^[\p{Lu}'’]/u.test(text) && !/\p{N}/u.test(text);
}

/** `City of Cologne`, `Lungsod ng Cologne`: words before the name; what follows it (`Tel Aviv-Yafo`) may tell more. */
function decorated(folded: string, name: string): boolean {
  return folded.endsWith(` ${name}`);
}

/** `khim su thok khok nga`: a Chinese or Thai spelling, syllable by syllable. */
function syllables(folded: string, name: string): boolean {
  const words = folded.split(" ");
  return words.length > name.split(" ").length + 1 && words.every(({ length }) => length < 5);
}

/** `amsterdamas`, `amsterdamo`: a form that only another language's grammar or spelling asks for. */
function inflected(folded: string, name: string): boolean {
  return name.length >= 6 && folded[0] === name[0] && distance(folded, name, 1) <= 1;
}

/**
 * Folded further names of a city: the ones above, and for smaller cities those that `confirmed` (names of the country's
 * areas in many languages, hand-written names) holds too. Names of three letters or fewer are left out: they are codes.
 */
export function alternates(city: SourceCity, confirmed: ReadonlySet<string>): string[] {
  const name = fold(city.name);
  const kept = new Set<string>();
  for (const text of [city.ascii, ...city.alternates]) {
    if (!plausible(text)) continue;
    const folded = fold(text);
    if (folded === name || folded.length < 4 || !/^[a-z ]+$/.test(folded)) continue;
    const known = confirmed.has(folded);
    if (
      known ||
      (city.population >= MANY && !decorated(folded, name) && !inflected(folded, name) && !syllables(folded, name))
    )
      kept.add(folded);
  }
  return [...kept].sort();
}

/**
 * Folded names that are a city's own: `Biel/Bienne` → `biel bienne`, `biel`, `bienne`; `Frankfurt (Oder)` →
 * `frankfurt oder`, `frankfurt`. A quarter keeps the whole of its name: `Zürich (Kreis 4)` is not Zürich.
 */
export function ownNames({ name, feature }: SourceCity): string[] {
  if (feature === "PPLX") return [fold(name)];
  const parts = name.includes("/") ? name.split("/") : [name.replace(/\(.*/, "")];
  return [...new Set([name, ...parts].map(fold))];
}
