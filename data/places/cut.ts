/** `npm run places`: cuts `gazetteer.json` from the packages that hold GeoNames' cities and areas. */
import { join } from "node:path";
import { replaceFile } from "../../src/adapters/replace-file.ts";
import { gazetteerText } from "./cut/gazetteer.ts";

const text = gazetteerText();
const { countries } = JSON.parse(text) as { countries: { cities: string[] }[] };
await replaceFile(join(import.meta.dirname, "gazetteer.json"), Buffer.from(text));
const cities = countries.reduce((sum, country) => sum + country.cities.length, 0);
console.log(`gazetteer.json: ${countries.length} countries, ${cities} cities, ${text.length} characters`);
