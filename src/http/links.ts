import { LICENSE_URL } from "../render/attribution.ts";
import { bareType, type View } from "../render/formats.ts";
import { SCHEMA_TYPE } from "./openapi/schemas.ts";

/** Proxies take 4 KB of headers in all (nginx, unless told otherwise), some clients 16; a filter may have 8. */
const MOST_CHARACTERS = 2_048;

/** What there is around an answer, in those views that it has. */
interface Around<Each extends View> {
  readonly next: string | null;
  address(view: Each): string;
}

/**
 * The Link header (RFC 8288) of the answer under `head`: licence, the others of its `views`, the next part, for our own JSON
 * its schema. The views are left out where their filters make them too long for the headers of an answer.
 */
export function linkHeader<Each extends View>(
  head: Around<Each>,
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
