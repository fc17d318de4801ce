import { bareType, type View } from "../../render/format.ts";
import { componentOf, type SchemaName } from "./schemas.ts";
import type { Schema } from "./types.ts";

/** What is told of a format beside its media type. */
interface FormatNote {
  readonly name: string;
  /** Address of the specification that it keeps to. */
  readonly specification?: string;
  /** Schema of what is JSON but not of our own making; other formats are text. */
  readonly schema?: Schema;
}

const rfc = (number: number) => `https://www.rfc-editor.org/rfc/rfc${number}`;

/** Notes on the views, by their ending. */
const FORMAT_NOTES: Readonly<Record<View, FormatNote>> = {
  html: { name: "page" },
  ics: { name: "iCalendar", specification: rfc(5545) },
  json: { name: "JSON", schema: { type: "object" } },
  atom: { name: "Atom feed", specification: rfc(4287) },
  geojson: {
    name: "GeoJSON",
    specification: rfc(7946),
    schema: { type: "object", properties: { type: { enum: ["FeatureCollection", "Feature"] } }, required: ["type"] },
  },
  csv: { name: "CSV", specification: rfc(4180) },
  jscal: {
    name: "JSCalendar",
    specification: rfc(8984),
    schema: { type: "object", properties: { "@type": { enum: ["Group", "Event"] } }, required: ["@type"] },
  },
  jsonfeed: {
    name: "JSON Feed",
    specification: "https://www.jsonfeed.org/version/1.1/",
    schema: {
      type: "object",
      properties: { version: { const: "https://jsonfeed.org/version/1.1" }, items: { type: "array" } },
      required: ["version", "title", "items"],
    },
  },
};

/** What is told of `view`. */
export function noteOf(view: View): FormatNote {
  return FORMAT_NOTES[view];
}

/** Media type and schema of the body that a view gives; `json` is the schema of its JSON. */
export function contentOf(view: View, json: SchemaName | null): Readonly<Record<string, { readonly schema: Schema }>> {
  const own = view === "json" && json !== null ? { $ref: componentOf(json) } : undefined;
  return { [bareType(view)]: { schema: own ?? noteOf(view).schema ?? { type: "string" } } };
}
