import { html } from "hono/html";
import { FORMATS } from "../../render/formats.ts";
import type { Html } from "../../render/html/markup.ts";
import { facts, withCode } from "./page-parts.ts";
import { allowedBy } from "./page-schemas.ts";
import type { OpenApi, Operation, Parameter } from "./types.ts";

type Place = readonly [path: string, operation: Operation];

/** All paths by tag, with links to try them; the formats of a path are grouped. */
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

/** All filter parameters, with allowed values and an example. */
export function parametersOn({ components: { parameters } }: OpenApi): Html {
  const rows = Object.values(parameters).map(({ name, description, schema, example }) => {
    const text = withCode(`${description} ${allowedBy(schema)}`.trim());
    const withExample = html`${text} <span class="note">Example: <code>${name}=${String(example)}</code></span>`;
    return [html`<code id="parameter-${name}">${name}</code>`, withExample] as const;
  });
  return facts(rows);
}

function entry(summary: string, places: readonly Place[]): readonly [Html, ...Html[]] {
  const [[path, { parameters = [] }]] = places as readonly [Place];
  const variables = parameters.filter((parameter): parameter is Parameter => "in" in parameter);
  const filters = variables.length < parameters.length;
  const notes = variables.map(
    ({ name, description, schema }) =>
      html`<span class="note"><code>{${name}}</code>: ${withCode(`${description} ${allowedBy(schema)}`.trim())}</span>`,
  );
  return [
    html`<code>${path}</code>`,
    html`${withCode(summary)}${filters ? html` Accepts all <a href="#parameters">parameters</a>.` : ""}`,
    ...notes,
    html`<ul class="links">${places.map(([each]) => html`<li>${exampleLink(each, variables)}</li>`)}</ul>`,
  ];
}

/** A link to an example of `path`. */
function exampleLink(path: string, variables: readonly Parameter[]): Html {
  const filled = variables.reduce((text, { name, example }) => text.replace(`{${name}}`, String(example)), path);
  const ending = FORMATS.find((format) => path.endsWith(`.${format}`));
  return html`<a href="${filled}">${ending === undefined ? "open" : `.${ending}`}<span class="hidden"> of ${filled}</span></a>`;
}
