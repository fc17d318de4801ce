import { html } from "hono/html";
import { FORMATS } from "../../render/format.ts";
import { type Html, marked } from "./page-parts.ts";
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
<dl class="facts">${[...groups].map(([summary, places]) => entry(summary, places))}</dl>`;
  })}`;
}

/** Every parameter of a query, with what it takes and an example that can be tried. */
export function parametersOn({ components: { parameters } }: OpenApi): Html {
  const rows = Object.values(parameters).map(
    ({ name, description, schema, example }) => html`
<div><dt id="parameter-${name}"><code>${name}</code></dt><dd>${marked(description)}
<span class="note">${marked(allowedBy(schema))} Example: <code>${name}=${String(example)}</code></span></dd></div>`,
  );
  return html`<dl class="facts">${rows}</dl>`;
}

function entry(summary: string, places: readonly Place[]): Html {
  const [[path, { parameters = [] }]] = places as readonly [Place];
  const variables = parameters.filter((parameter): parameter is Parameter => "in" in parameter);
  const filters = variables.length < parameters.length;
  return html`
<div><dt><code>${path}</code></dt><dd>${marked(summary)}${filters ? html` Takes all <a href="#parameters">parameters</a>.` : ""}
${variables.map(({ name, description, schema }) => html`<span class="note"><code>{${name}}</code>: ${marked(description)} ${marked(allowedBy(schema))}</span>`)}
<ul class="links">${places.map(([each]) => html`<li>${tried(each, variables)}</li>`)}</ul></dd></div>`;
}

/** A link to an example of `path`. */
function tried(path: string, variables: readonly Parameter[]): Html {
  const filled = variables.reduce((text, { name, example }) => text.replace(`{${name}}`, String(example)), path);
  const ending = FORMATS.find((format) => path.endsWith(`.${format}`));
  return html`<a href="${filled}">${ending === undefined ? "open" : `.${ending}`}<span class="hidden"> of ${filled}</span></a>`;
}
