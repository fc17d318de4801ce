import { pieceOf } from "../bytes.ts";
import type { Renderer } from "../renderer.ts";
import { eventPage } from "./event-page.ts";
import { listPage } from "./list-page.ts";

/** HTML pages, which work without JavaScript. */
export function htmlRenderer(_publisher: { readonly url: string }): Renderer {
  return {
    list: (head, events) => pieceOf(listPage(head, events)),
    one: (head, event) => pieceOf(eventPage(head, event)),
  };
}
