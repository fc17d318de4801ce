import { AREA_COUNTRIES } from "../../model/area-countries.ts";
import { fold } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";
import type { Area } from "./rows.ts";

/** `UK`, `DE`, `No`, `AUS`, `Deutschland` → alpha-2 code, or null. Two letters alone are a code in any case. */
export function countryCode(gazetteer: Gazetteer, text: string): string | null {
  const code = text.replaceAll(".", "").toUpperCase();
  if (code === "UK") return "GB";
  if (code.length === 2 && gazetteer.country(code)) return code;
  return gazetteer.countryNamed(fold(text));
}

/** Whether a text is of several parts, the last of them a country: `Oslo, NO`. */
export function endsWithCountry(gazetteer: Gazetteer, text: string): boolean {
  const parts = text.split(",");
  return parts.length > 1 && countryCode(gazetteer, parts.at(-1)!.trim()) !== null;
}

/** Whether a text is the name of a city that is large or was printed before. */
export function isCity(gazetteer: Gazetteer, text: string): boolean {
  return gazetteer.known(fold(text)).length > 0;
}

/** Areas that may stand behind a city without their country: by code those of the US, Canada and Australia, by name any. */
export function areasBehindCity(gazetteer: Gazetteer, text: string): readonly Area[] {
  const folded = fold(text);
  if (text.length > 3) return gazetteer.areasNamed(folded);
  return AREA_COUNTRIES.flatMap((code) => gazetteer.country(code)?.area(folded) ?? []);
}

/** Areas of that name or code, those of the countries whose areas are printed as a rule first. */
export function areasCalled(gazetteer: Gazetteer, text: string): readonly Area[] {
  // Nobody prints ISO codes of one letter.
  if (text.trim().length < 2) return [];
  const rank = ({ country }: Area) => (AREA_COUNTRIES.includes(country) ? 0 : 1);
  return [...gazetteer.areasNamed(fold(text))].sort((a, b) => rank(a) - rank(b));
}
