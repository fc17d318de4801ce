import { html } from "hono/html";

/** A piece of page, its text escaped. */
export type Html = ReturnType<typeof html>;

/** Text for those who hear the page; it is not shown. */
export function hidden(text: string | Html): Html {
  return html`<span class="hidden">${text}</span>`;
}

/** Parts with a dot between them; null stands for nothing. */
export function dotted(parts: readonly (Html | null)[]): readonly Html[] {
  return parts.filter((part) => part !== null).map((part, at) => (at === 0 ? part : html` · ${part}`));
}

/** Each as an item of a list. */
export function items(all: readonly Html[]): readonly Html[] {
  return all.map(
    (one) => html`
<li>${one}</li>`,
  );
}
