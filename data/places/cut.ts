/** `npm run places`: cuts `gazetteer.json` from the packages that hold GeoNames' cities and areas. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gazetteerText } from "./cut/gazetteer.ts";

const text = gazetteerText();
const { countries } = JSON.parse(text) as { countries: { cities: string[] }[] };
writeFileSync(join(import.meta.dirname, "gazetteer.json"), text);
const cities = countries.reduce((sum, country) => sum + country.cities.length, 0);
console.log(`gazetteer.json: ${countries.length} countries, ${cities} cities, ${text.length} characters`);
