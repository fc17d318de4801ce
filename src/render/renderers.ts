import { byEnding, type View } from "./formats.ts";
import { htmlRenderer } from "./html/renderer.ts";
import type { Publisher } from "./publisher.ts";
import type { Renderer } from "./renderer.ts";

/** A renderer for every view; each keeps what it has rendered of an event. */
export function createRenderers(publisher: Publisher): Readonly<Record<View, Renderer>> {
  return { ...byEnding(({ renderer }) => renderer(publisher)), html: htmlRenderer(publisher) };
}
