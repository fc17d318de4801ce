import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { GazetteerData } from "../../../src/normalize/places/data.ts";
import { createGazetteer } from "../../../src/normalize/places/gazetteer.ts";

const root = join(import.meta.dirname, "..", "..", "..");

/** The gazetteer's file, as committed. */
export const data: GazetteerData = JSON.parse(readFileSync(join(root, "data", "places", "gazetteer.json"), "utf8"));

/** The gazetteer as committed. */
export const gazetteer = createGazetteer(data);
