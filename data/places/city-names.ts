/** `npm run places:names`: cuts `city-names.json`, what cities that events were in are called, from the gazetteer. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EMBEDDED_DATA } from "../../src/adapters/embedded-data.ts";
import { replaceFile } from "../../src/adapters/replace-file.ts";
import { fileStore } from "../../src/adapters/store/file.ts";
import { listedPlaces } from "../../src/query/listed-places.ts";
import { cutCityNames, shownNames } from "./cut/city-names.ts";

const gazetteer = JSON.parse(readFileSync(join(import.meta.dirname, "gazetteer.json"), "utf8"));
const { events } = await fileStore(EMBEDDED_DATA).read();
const cities = cutCityNames(gazetteer, listedPlaces(events));
const text = `${JSON.stringify({ attribution: gazetteer.attribution, shown: shownNames(), cities }, null, 2)}\n`;
await replaceFile(join(import.meta.dirname, "city-names.json"), Buffer.from(text));
console.log(`city-names.json: ${Object.keys(cities).length} cities, ${text.length} characters`);
