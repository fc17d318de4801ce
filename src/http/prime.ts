import type { View } from "../render/formats.ts";
import { unpackPieces } from "../render/packed.ts";
import type { Renderer } from "../render/renderer.ts";
import type { Edition } from "./edition.ts";

/** Lets the renderer of `view` know what was rendered of the events of `edition` before; without, it renders by itself. */
export type Prime = (edition: Edition, view: View) => Promise<void>;

/** Each part of an edition is read once for all requests. */
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
    const known = views.get(view);
    if (known !== undefined) return known;
    const priming = prime(edition, view).catch(() => undefined);
    views.set(view, priming);
    return priming;
  };
}
