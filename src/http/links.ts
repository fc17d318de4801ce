import { LICENSE_URL } from "../render/attribution.ts";
import { bareType, FORMATS, type View } from "../render/format.ts";
import type { Head } from "../render/renderer.ts";
import { SCHEMA_TYPE } from "./openapi/schemas.ts";

const VIEWS: readonly View[] = ["html", ...FORMATS];

/** The Link header (RFC 8288) of the answer under `head`: licence, the other views, the next part, for our own JSON its schema. */
export function linkHeader(head: Pick<Head, "address" | "next">, view: View, schema: string): string {
  const others = VIEWS.filter((other) => other !== view);
  return [
    `<${LICENSE_URL}>; rel="license"`,
    ...others.map((other) => `<${head.address(other)}>; rel="alternate"; type="${bareType(other)}"`),
    ...(head.next === null ? [] : [`<${head.next}>; rel="next"`]),
    ...(view === "json" ? [describedBy(schema)] : []),
  ].join(", ");
}

/** A link to the JSON Schema at the address `schema`. */
export function describedBy(schema: string): string {
  return `<${schema}>; rel="describedby"; type="${SCHEMA_TYPE}"`;
}
