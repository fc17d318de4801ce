import { byEnding, type View } from "./formats.ts";
import { htmlRenderer } from "./html/renderer.ts";
import type { Publisher } from "./publisher.ts";
import type { Renderer } from "./renderer.ts";

/** Renderers for all views; each caches rendered events. */
export function createRenderers(publisher: Publisher): Readonly<Record<View, Renderer>> {
  return { ...byEnding(({ renderer }) => renderer(publisher)), html: htmlRenderer(publisher) };
}
