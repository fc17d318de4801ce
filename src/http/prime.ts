import type { View } from "../render/formats.ts";
import { unpackPieces } from "../render/packed.ts";
import type { Renderer } from "../render/renderer.ts";
import type { Edition } from "./edition.ts";

/** Fills the cache of the renderer of `view` with the events of `edition` that were rendered in advance, if there are any. */
export type Prime = (edition: Edition, view: View) => Promise<void>;

/** Reads the rendered events of an edition once for all requests. */
export function createPrime(renderers: Readonly<Record<View, Renderer>>): Prime {
  const primed = new WeakMap<Edition, Map<View, Promise<void>>>();

  async function prime({ rendered, recent }: Edition, view: View): Promise<void> {
    const each = renderers[view].each;
    if (view === "html" || rendered === undefined || each === undefined) return;
    const packed = await rendered(view).catch(() => null);
    if (packed === null) return;
    const pieces = unpackPieces(packed);
    for (const event of recent) {
      const piece = pieces.get(event.id);
      if (piece !== undefined) each.know(event, piece);
    }
  }

  return (edition, view) => {
    const views = primed.get(edition) ?? new Map<View, Promise<void>>();
    primed.set(edition, views);
    const started = views.get(view);
    if (started !== undefined) return started;
    const priming = prime(edition, view).catch(() => undefined);
    views.set(view, priming);
    return priming;
  };
}
