import { html } from "hono/html";
import type { Html } from "../../render/html/markup.ts";

/** Text in which parts in backquotes are code. */
export function withCode(text = ""): Html {
  return html`${text.split("`").map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`))}`;
}

/** A list of names with descriptions. */
export function facts(rows: readonly (readonly [name: Html, ...descriptions: readonly Html[]])[]): Html {
  return html`<dl class="facts">${rows.map(
    ([name, ...descriptions]) => html`
<div><dt>${name}</dt>${descriptions.map((each) => html`<dd>${each}</dd>`)}</div>`,
  )}</dl>`;
}
