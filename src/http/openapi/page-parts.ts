import { html } from "hono/html";

/** A piece of page, its text escaped. */
export type Html = ReturnType<typeof html>;

/** Text whose parts in back quotes are code. */
export function marked(text = ""): Html {
  return html`${text.split("`").map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`))}`;
}

/** A list of names, each with what is said of it. */
export function facts(rows: readonly (readonly [name: Html, ...said: readonly Html[]])[]): Html {
  return html`<dl class="facts">${rows.map(
    ([name, ...said]) => html`
<div><dt>${name}</dt>${said.map((each) => html`<dd>${each}</dd>`)}</div>`,
  )}</dl>`;
}
