import { LICENSE_URL } from "../render/attribution.ts";
import { bareType, FORMATS, type View } from "../render/format.ts";
import type { Head } from "../render/renderer.ts";

const VIEWS: readonly View[] = ["html", ...FORMATS];

/** The Link header (RFC 8288) of the answer under `head`: licence, the other views, the next part. */
export function linkHeader(head: Pick<Head, "address" | "next">, view: View): string {
  const others = VIEWS.filter((other) => other !== view);
  return [
    `<${LICENSE_URL}>; rel="license"`,
    ...others.map((other) => `<${head.address(other)}>; rel="alternate"; type="${bareType(other)}"`),
    ...(head.next === null ? [] : [`<${head.next}>; rel="next"`]),
  ].join(", ");
}
