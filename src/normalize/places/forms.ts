import { fold, withoutDigraphs } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";

const PREFIX = /^(?:greater|downtown|metro|central|near|area of|city of) (?=.)/;
const SUFFIX = /(?<=.) (?:city|area|metro|metropolitan area|region|cbd|downtown)$/;

/** `lima peru` → `lima`: a country's name after the city's. */
function withoutCountry(gazetteer: Gazetteer, folded: string): string {
  const words = folded.split(" ");
  for (let length = Math.min(2, words.length - 1); length > 0; length--) {
    if (gazetteer.countryNamed(words.slice(-length).join(" ")) !== null) return words.slice(0, -length).join(" ");
  }
  return folded;
}

/** The texts that a printed city may mean, the likeliest first: `Frankfurt (Main)` → itself, `Frankfurt`, `Main`. */
function texts(city: string): string[] {
  const bracket = /^([^(]*)\(([^)]*)\)?(.*)$/.exec(city);
  if (!bracket) return [city];
  return [city, `${bracket[1]} ${bracket[3]}`, bracket[2]!];
}

/** Folded names under which to look a printed city up, the likeliest first. */
export function cityForms(gazetteer: Gazetteer, city: string): string[] {
  const forms = new Set<string>();
  for (const text of texts(city)) {
    const folded = fold(text);
    forms.add(folded);
    forms.add(folded.replace(SUFFIX, ""));
    forms.add(folded.replace(PREFIX, ""));
    forms.add(withoutCountry(gazetteer, folded));
    forms.add(folded.replace(/\bsankt\b/g, "saint"));
    forms.add(folded.replace(/\bmount\b/g, "mt").replace(/\bfort\b/g, "ft"));
    forms.add(folded.replace(/\bmt\b/g, "mount").replace(/\bft\b/g, "fort"));
    forms.add(withoutDigraphs(folded));
  }
  forms.delete("");
  return [...forms];
}
