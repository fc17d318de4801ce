import { html } from "hono/html";
import type { LocalDate } from "../../model/date.ts";

/** A part of a page, with its text escaped. */
export type Html = ReturnType<typeof html>;

/** Text for screen readers only. */
export function hidden(text: string | Html): Html {
  return html`<span class="hidden">${text}</span>`;
}

/** Parts separated by dots; null is skipped. */
export function dotted(parts: readonly (Html | null)[]): readonly Html[] {
  return parts.filter((part) => part !== null).map((part, at) => (at === 0 ? part : html` · ${part}`));
}

/** List items. */
export function items(all: readonly Html[]): readonly Html[] {
  return all.map(
    (one) => html`
<li>${one}</li>`,
  );
}

/** A date as text, with `datetime` for programs. */
export function time(date: LocalDate, text: (date: LocalDate) => string): Html {
  return html`<time datetime="${date}">${text(date)}</time>`;
}
