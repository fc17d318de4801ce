import { iso31661 } from "iso-3166";
import { fold } from "../../../src/normalize/places/fold.ts";
import { namingLanguages } from "./languages.ts";

/** Names that neither ISO nor CLDR gives. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  GB: ["UK", "U.K.", "Great Britain", "Britain"],
  US: ["USA", "U.S.A.", "U.S.", "United States of America", "America"],
  AE: ["UAE", "Emirates"],
  NL: ["Holland", "The Netherlands"],
  CZ: ["Czech Republic", "Czechia"],
  KR: ["Korea", "Republic of Korea"],
  MK: ["Macedonia"],
  TR: ["Turkey"],
  CD: ["DR Congo"],
};

/** Country code → folded names: English first, then those of its own and other common languages, and the alpha-3 code. */
export function countryNames(): Map<string, string[]> {
  const names = new Map<string, string[]>();
  const taken = new Map<string, string>();
  for (const { alpha2, alpha3, name } of iso31661) {
    const spoken = namingLanguages(alpha2).map(
      (language) => new Intl.DisplayNames([language], { type: "region" }).of(alpha2)!,
    );
    const folded = [spoken[0]!, ...(MORE[alpha2] ?? []), name, ...spoken, alpha3].map(fold);
    const own = [...new Set(folded)].filter((text) => text.length > 2 || text === "uk");
    for (const text of own) taken.set(text, taken.has(text) ? "" : alpha2);
    names.set(alpha2, own);
  }
  for (const [code, own] of names) {
    names.set(
      code,
      own.filter((text, index) => index === 0 || taken.get(text) === code),
    );
  }
  return names;
}
