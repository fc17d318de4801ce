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
