import { readFileSync } from "node:fs";
import { readOverrides } from "../../merge/overrides.ts";
import { createGazetteer, type Gazetteer } from "../../normalize/places/gazetteer.ts";
import { addIssues, buildDataSet, type PipelineContext, withIdsOf } from "../../pipeline.ts";
import type { Pipeline } from "../../sync/take-in.ts";

/** The world's places, as they come with the program. */
export function loadGazetteer(): Gazetteer {
  return createGazetteer(readData("places/gazetteer.json"));
}

/** The pipeline with the places and the corrections that come with the program. */
export async function loadPipeline(): Promise<Pipeline> {
  const context: PipelineContext = { gazetteer: loadGazetteer(), overrides: readOverrides(readData("overrides.json")) };
  return {
    build: (issues, known) => buildDataSet(issues, context, known),
    add: (data, issues, known = null) => withIdsOf(known, addIssues(data, issues, context)),
    publish: context.overrides.publish,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: files of ours; what reads them checks them
function readData(name: string): any {
  return JSON.parse(readFileSync(new URL(`../../../data/${name}`, import.meta.url), "utf8"));
}
