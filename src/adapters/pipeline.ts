import { readOverrides } from "../merge/overrides.ts";
import { createGazetteer } from "../normalize/places/gazetteer.ts";
import { addIssues, buildDataSet, type PipelineContext, withIdsOf } from "../pipeline.ts";
import type { Pipeline } from "../sync/take-in.ts";

/**
 * The pipeline with the contents of `data/places/gazetteer.json` and `data/overrides.json`; `digest` is the SHA-256 of the
 * runtime, if it has a fast one.
 */
export function pipelineOf(
  gazetteer: Parameters<typeof createGazetteer>[0],
  overrides: Parameters<typeof readOverrides>[0],
  digest?: PipelineContext["digest"],
): Pipeline {
  const context = { gazetteer: createGazetteer(gazetteer), overrides: readOverrides(overrides), digest };
  return {
    build: (issues, known) => buildDataSet(issues, context, known),
    add: (data, issues, known = null) => withIdsOf(known, addIssues(data, issues, context)),
    publish: context.overrides.publish,
  };
}
