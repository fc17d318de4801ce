import { atomRenderer } from "./atom/renderer.ts";
import { csvRenderer } from "./csv/renderer.ts";
import type { View } from "./format.ts";
import { geojsonRenderer } from "./geojson/renderer.ts";
import { htmlRenderer } from "./html/renderer.ts";
import { icsRenderer } from "./ics/renderer.ts";
import { jscalRenderer } from "./jscal/renderer.ts";
import { jsonRenderer } from "./json/renderer.ts";
import { jsonFeedRenderer } from "./jsonfeed/renderer.ts";
import type { Publisher } from "./publisher.ts";
import type { Renderer } from "./renderer.ts";

/** A renderer for every view; each keeps what it has rendered of an event. */
export function createRenderers(publisher: Publisher): Readonly<Record<View, Renderer>> {
  return {
    ics: icsRenderer(publisher),
    json: jsonRenderer(),
    atom: atomRenderer(publisher),
    jsonfeed: jsonFeedRenderer(publisher),
    geojson: geojsonRenderer(),
    csv: csvRenderer(),
    jscal: jscalRenderer(publisher),
    html: htmlRenderer(publisher),
  };
}
