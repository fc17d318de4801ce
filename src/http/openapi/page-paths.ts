import { html } from "hono/html";
import { FORMATS } from "../../render/formats.ts";
import { facts, type Html, marked } from "./page-parts.ts";
import { allowedBy } from "./page-schemas.ts";
import type { OpenApi, Operation, Parameter } from "./types.ts";

type Place = readonly [path: string, operation: Operation];

/** Every path by its tag, the formats of one together, each with links that try it. */
export function pathsOn({ tags, paths }: OpenApi): Html {
  return html`${tags.map(({ name, description }) => {
    const groups = new Map<string, Place[]>();
    for (const [path, { summary, get }] of Object.entries(paths)) {
      if (!get.tags.includes(name)) continue;
      const places = groups.get(summary) ?? [];
      groups.set(summary, [...places, [path, get]]);
    }
    return html`<h3 id="${name.toLowerCase()}">${name}</h3>
<p class="note">${description}</p>
${facts([...groups].map(([summary, places]) => entry(summary, places)))}`;
  })}`;
}

/** Every parameter of a query, with what it takes and an example that can be tried. */
export function parametersOn({ components: { parameters } }: OpenApi): Html {
  const rows = Object.values(parameters).map(({ name, description, schema, example }) => {
    const said = marked(`${description} ${allowedBy(schema)}`.trim());
    const told = html`${said} <span class="note">Example: <code>${name}=${String(example)}</code></span>`;
    return [html`<code id="parameter-${name}">${name}</code>`, told] as const;
  });
  return facts(rows);
}

function entry(summary: string, places: readonly Place[]): readonly [Html, ...Html[]] {
  const [[path, { parameters = [] }]] = places as readonly [Place];
  const variables = parameters.filter((parameter): parameter is Parameter => "in" in parameter);
  const filters = variables.length < parameters.length;
  const told = variables.map(
    ({ name, description, schema }) =>
      html`<span class="note"><code>{${name}}</code>: ${marked(`${description} ${allowedBy(schema)}`.trim())}</span>`,
  );
  return [
    html`<code>${path}</code>`,
    html`${marked(summary)}${filters ? html` Takes all <a href="#parameters">parameters</a>.` : ""}`,
    ...told,
    html`<ul class="links">${places.map(([each]) => html`<li>${tried(each, variables)}</li>`)}</ul>`,
  ];
}

/** A link to an example of `path`. */
function tried(path: string, variables: readonly Parameter[]): Html {
  const filled = variables.reduce((text, { name, example }) => text.replace(`{${name}}`, String(example)), path);
  const ending = FORMATS.find((format) => path.endsWith(`.${format}`));
  return html`<a href="${filled}">${ending === undefined ? "open" : `.${ending}`}<span class="hidden"> of ${filled}</span></a>`;
}
