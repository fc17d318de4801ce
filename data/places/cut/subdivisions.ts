import { iso31662 } from "iso-3166";
import { fold } from "../../../src/normalize/places/fold.ts";
import { namingLanguages } from "./languages.ts";
import { readPackageJson } from "./source.ts";

/** An ISO 3166-2 subdivision with every name known for it. */
export interface Subdivision {
  readonly code: string;
  /** The country or the subdivision that it belongs to. */
  readonly parent: string;
  /** Folded, ISO's own name first. */
  readonly names: readonly string[];
  /** Codes after the country's, folded: `bc`, and those it had before: `df`. */
  readonly keys: readonly string[];
}

interface Display {
  subdivisions: { localeDisplayNames: { subdivisions: Record<string, string> } };
}
interface Aliases {
  supplemental: { metadata: { alias: { subdivisionAlias: Record<string, { _replacement: string }> } } };
}

/** Codes that were in use before ISO and CLDR recorded the change, or that the post uses. */
const FORMER: Readonly<Record<string, readonly string[]>> = {
  "MX-CMX": ["df", "cdmx"],
  "IN-OD": ["or"],
  "IN-UK": ["ut", "ua"],
  "IN-CG": ["ct"],
  "IN-TS": ["tg"],
  "CA-QC": ["pq"],
  "CA-NL": ["nf"],
};

/** Names by CLDR's code (`cabc`) in one language; empty when CLDR does not speak it. */
function displayNames(language: string, cache: Map<string, Record<string, string>>): Record<string, string> {
  const known = cache.get(language);
  if (known) return known;
  let names: Record<string, string> = {};
  try {
    const path = `cldr-subdivisions-full/subdivisions/${language}/${language}.json`;
    names = readPackageJson<Display>(path).subdivisions.localeDisplayNames.subdivisions;
  } catch (error) {
    if ((error as { code?: string }).code !== "MODULE_NOT_FOUND") throw error;
  }
  cache.set(language, names);
  return names;
}

/** `Praha, Hlavní město`, `Trentino-Alto Adige, Trentino-Südtirol`, `Baile Átha Cliath [Dublin]`: each part is a name. */
function namesOf(printed: string): string[] {
  return [printed, ...printed.split(/[,/()[\]]/)].map(fold).filter(Boolean);
}

/** All subdivisions of ISO 3166-2, by country, each with its names in the languages of its country and in common ones. */
export function subdivisions(): Map<string, Subdivision[]> {
  const cache = new Map<string, Record<string, string>>();
  const former = readPackageJson<Aliases>("cldr-core/supplemental/aliases.json").supplemental.metadata.alias
    .subdivisionAlias;
  const byCountry = new Map<string, Subdivision[]>();
  for (const { code, name, parent } of iso31662) {
    const country = code.slice(0, 2);
    const cldr = code.replace("-", "").toLowerCase();
    const spoken = namingLanguages(country).map((language) => displayNames(language, cache)[cldr] ?? "");
    const names = [...new Set([name, ...spoken].flatMap(namesOf))];
    const old = Object.keys(former).filter(
      (key) => former[key]!._replacement === cldr && key.startsWith(cldr.slice(0, 2)),
    );
    const keys = [cldr, ...old].map((key) => key.slice(2)).concat(FORMER[code] ?? []);
    byCountry.set(country, [...(byCountry.get(country) ?? []), { code, parent, names, keys }]);
  }
  return byCountry;
}
