import { LICENSE_URL } from "../render/attribution.ts";
import { bareType, type View } from "../render/formats.ts";
import { SCHEMA_TYPE } from "./openapi/schemas.ts";

/** nginx accepts 4 KB of response headers by default, some clients 16 KB; a filter may be 8 KB long. */
const MOST_CHARACTERS = 2_048;

/** The addresses that a Link header depends on. */
interface Addresses<Each extends View> {
  readonly next: string | null;
  address(view: Each): string;
}

/**
 * The Link header (RFC 8288) of a response: the licence, the other `views`, the next page, and for JSON its schema. The other
 * views are omitted if long filters would make the header too long for proxies.
 */
export function linkHeader<Each extends View>(
  head: Addresses<Each>,
  view: Each,
  schema: string,
  views: readonly Each[],
): string {
  const alternates = views
    .filter((other) => other !== view)
    .map((other) => `<${head.address(other)}>; rel="alternate"; type="${bareType(other)}"`);
  return [
    `<${LICENSE_URL}>; rel="license"`,
    ...(alternates.join(", ").length > MOST_CHARACTERS ? [] : alternates),
    ...(head.next === null ? [] : [`<${head.next}>; rel="next"`]),
    ...(view === "json" ? [describedBy(schema)] : []),
  ].join(", ");
}

/** A link to the JSON Schema at the address `schema`. */
export function describedBy(schema: string): string {
  return `<${schema}>; rel="describedby"; type="${SCHEMA_TYPE}"`;
}
