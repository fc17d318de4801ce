import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { placesEver } from "../query/places-ever.ts";
import { cutCityNames } from "./city-names/cut.ts";
import { EMBEDDED_DATA } from "./embedded-data.ts";
import { replaceFile } from "./replace-file.ts";
import { fileStore } from "./store/file.ts";

// Writes `src/query/city-names.json`: what the cities that events were in are called, cut from the gazetteer, which nothing
// that serves requests reads.
const root = new URL("../../", import.meta.url);
const gazetteer = JSON.parse(readFileSync(new URL("data/places/gazetteer.json", root), "utf8"));
const { events } = await fileStore(EMBEDDED_DATA).read();
const names = { attribution: gazetteer.attribution, cities: cutCityNames(gazetteer, placesEver(events)) };
const path = fileURLToPath(new URL("src/query/city-names.json", root));
await replaceFile(path, Buffer.from(`${JSON.stringify(names, null, 2)}\n`));
