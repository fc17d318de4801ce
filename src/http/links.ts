import { LICENSE_URL } from "../render/attribution.ts";
import { bareType, FORMATS, type View } from "../render/format.ts";
import type { Head } from "../render/renderer.ts";
import { SCHEMA_TYPE } from "./openapi/schemas.ts";

const VIEWS: readonly View[] = ["html", ...FORMATS];

/** Proxies take 4 KB of headers in all (nginx, unless told otherwise), some clients 16; a filter may have 8. */
const MOST_CHARACTERS = 2_048;

/** The Link header (RFC 8288) of the answer under `head`: licence, the other views, the next part, for our own JSON its schema. */
export function linkHeader(head: Pick<Head, "address" | "next">, view: View, schema: string): string {
  return [
    `<${LICENSE_URL}>; rel="license"`,
    ...alternates(
      VIEWS.filter((other) => other !== view),
      (other) => head.address(other),
    ),
    ...(head.next === null ? [] : [`<${head.next}>; rel="next"`]),
    ...(view === "json" ? [describedBy(schema)] : []),
  ].join(", ");
}

/** Links to the other `views` of an answer; none where its filters make them too long for the headers of an answer. */
export function alternates<Other extends View>(views: readonly Other[], address: (view: Other) => string): string[] {
  const links = views.map((view) => `<${address(view)}>; rel="alternate"; type="${bareType(view)}"`);
  return links.join(", ").length > MOST_CHARACTERS ? [] : links;
}

/** A link to the JSON Schema at the address `schema`. */
export function describedBy(schema: string): string {
  return `<${schema}>; rel="describedby"; type="${SCHEMA_TYPE}"`;
}
