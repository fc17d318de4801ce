import type { FormatRecord } from "../../render/format.ts";
import { bareType, FORMAT_RECORDS, type View } from "../../render/formats.ts";
import { componentOf, type SchemaName } from "./schemas.ts";
import type { Schema } from "./types.ts";

/** What the documentation says of `view`; a page has a name alone. */
export function noteOf(view: View): Pick<FormatRecord, "name" | "specification" | "schema"> {
  return view === "html" ? { name: "page" } : FORMAT_RECORDS[view];
}

/** Media type and schema of the body that a view gives; `json` is the schema of its JSON. */
export function bodyOf(view: View, json: SchemaName | null): Readonly<Record<string, { readonly schema: Schema }>> {
  const own = view === "json" && json !== null ? { $ref: componentOf(json) } : undefined;
  return { [bareType(view)]: { schema: own ?? noteOf(view).schema ?? { type: "string" } } };
}
