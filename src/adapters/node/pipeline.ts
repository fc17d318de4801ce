import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createGazetteer, type Gazetteer } from "../../normalize/places/gazetteer.ts";
import type { Pipeline } from "../../sync/take-in.ts";
import { pipelineOf } from "../pipeline.ts";

/** The gazetteer included with the program. */
export function loadGazetteer(): Gazetteer {
  return createGazetteer(readData("places/gazetteer.json"));
}

/** The pipeline with the gazetteer and the corrections included with the program. */
export async function loadPipeline(): Promise<Pipeline> {
  const digest = (text: string) => hash("sha256", text);
  return pipelineOf(readData("places/gazetteer.json"), readData("overrides.json"), digest);
}

// biome-ignore lint/suspicious/noExplicitAny: files of ours; their readers validate them
function readData(name: string): any {
  return JSON.parse(readFileSync(new URL(`../../../data/${name}`, import.meta.url), "utf8"));
}
