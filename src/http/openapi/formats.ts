import type { FormatRecord } from "../../render/format.ts";
import { bareType, FORMAT_RECORDS, type View } from "../../render/formats.ts";
import { componentOf, type SchemaName } from "./schemas.ts";
import type { Schema } from "./types.ts";

/** The documentation of `view`. */
export function noteOf(view: View): Pick<FormatRecord, "name" | "specification" | "schema"> {
  return view === "html" ? { name: "page" } : FORMAT_RECORDS[view];
}

/** Media type and schema of a response body in `view`; `json` names the schema if it is JSON. */
export function bodyOf(view: View, json: SchemaName | null): Readonly<Record<string, { readonly schema: Schema }>> {
  const own = view === "json" && json !== null ? { $ref: componentOf(json) } : undefined;
  return { [bareType(view)]: { schema: own ?? noteOf(view).schema ?? { type: "string" } } };
}
