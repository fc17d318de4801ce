import { html } from "hono/html";

/** A piece of page, its text escaped. */
export type Html = ReturnType<typeof html>;

/** Text whose parts in back quotes are code. */
export function marked(text = ""): Html {
  return html`${text.split("`").map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`))}`;
}

/** A table with a caption; the first cell of each row heads it. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly Html[])[]): Html {
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(row)}</tbody>
</table>`;
}

function row([first, ...cells]: readonly Html[]): Html {
  return html`
<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;
}
