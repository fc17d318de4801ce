import { readPackageJson } from "./source.ts";

interface TerritoryInfo {
  supplemental: {
    territoryInfo: Record<
      string,
      { languagePopulation?: Record<string, { _officialStatus?: string; _populationPercent: string }> }
    >;
  };
}

/** Languages in which a newsletter in English may print the name of a foreign country or area. */
const COMMON = ["en", "de", "fr", "es", "pt", "it", "nl"];

const info = readPackageJson<TerritoryInfo>("cldr-core/supplemental/territoryInfo.json").supplemental.territoryInfo;

/** CLDR's official languages of a country, with those that a fifth of its people speak, most spoken first. */
function languagesOf(country: string): string[] {
  return Object.entries(info[country]?.languagePopulation ?? {})
    .filter(([, { _officialStatus, _populationPercent }]) => _officialStatus || Number(_populationPercent) >= 20)
    .sort(([, a], [, b]) => Number(b._populationPercent) - Number(a._populationPercent))
    .map(([language]) => language.replace("_", "-"));
}

/** English first, then the country's own languages and other common ones. */
export function namingLanguages(country: string): string[] {
  return [...new Set(["en", ...languagesOf(country), ...COMMON])];
}
