/** Region headings of the newsletter, in its own words. `Asia Pacific` is the older heading (2018–2021). */
export const REGIONS = [
  "Virtual",
  "Africa",
  "Asia",
  "Asia Pacific",
  "Europe",
  "North America",
  "Oceania",
  "South America",
] as const;

export type Region = (typeof REGIONS)[number];

/** Countries by continent as the newsletter's headings divide the world; those of Europe are what is left. */
const COUNTRIES: Readonly<Record<string, string>> = {
  Africa:
    "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW",
  Asia: "AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IO IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE",
  "North America":
    "AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI PA PM PR SV SX TC TT US VC VG VI",
  Oceania: "AS AU CC CK CX FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS",
  "South America": "AR BO BR CL CO EC FK GF GY PE PY SR UY VE",
  Europe:
    "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK",
};

/** Countries on two continents, by the one that is not theirs above: `Istanbul, TR` stands under Europe. */
const BESIDES: Readonly<Partial<Record<Region, string>>> = { Asia: "EG RU", Europe: "AM AZ CY GE KZ TR" };

const REGION_OF: ReadonlyMap<string, Region> = new Map(
  Object.entries(COUNTRIES).flatMap(([region, codes]) => codes.split(" ").map((code) => [code, region as Region])),
);

/** The heading of today under which a country's events stand; null for no country (ISO 3166-1 alpha-2). */
export function regionOfCountry(country: string | null): Region | null {
  return country === null ? null : (REGION_OF.get(country) ?? null);
}

/** Whether a country's events may stand under a heading: `Asia Pacific` is Asia and Oceania, and some countries are on two continents. */
export function mayStandUnder(heading: Region, country: string): boolean {
  const region = regionOfCountry(country);
  if (heading === "Asia Pacific") return region === "Asia" || region === "Oceania";
  return heading === region || BESIDES[heading]?.split(" ").includes(country) === true;
}
