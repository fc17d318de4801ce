import { html } from "hono/html";
import { FORMATS, TYPES } from "../../render/formats.ts";
import { page } from "../../render/html/layout.ts";
import { noteOf } from "./formats.ts";
import { facts, type Html, marked } from "./page-parts.ts";
import { parametersOn, pathsOn } from "./page-paths.ts";
import { schemasOn } from "./page-schemas.ts";
import { PROMISE } from "./promise.ts";
import type { OpenApi } from "./types.ts";

/**
 * The document as a page that works without scripts; `site` is the public address, without a slash at its end, and `timed`
 * whether organisers' calendars were read for what is served.
 */
export function docsPage(document: OpenApi, site: string, timed: boolean): string {
  const { info } = document;
  return page({
    title: "API",
    description: info.summary,
    self: `${site}/docs`,
    timed,
    address: (format) => `${site}/events.${format}`,
    head: html`<link rel="service-desc" type="application/json" href="/openapi.json">`,
    main: html`<h1>API</h1>
<p class="lead">${info.summary}</p>
<p>Everything is read with GET, from any origin, without a key. The same is told to programs in <a href="/openapi.json">OpenAPI 3.1</a>.</p>
${start(site === "" ? "http://localhost:8787" : site)}
<h2 id="promise">What you may rely on</h2>
<ol>${PROMISE.map((promise) => html`<li>${marked(promise)}</li>`)}</ol>
<h2 id="paths">Paths</h2>
${pathsOn(document)}
<h2 id="parameters">Parameters</h2>
<p>Different parameters narrow a list further, several values of one widen it. Names are in small letters, values in any case.</p>
${parametersOn(document)}
<h2 id="formats">Formats</h2>
${formats()}
<h2 id="errors">Answers</h2>
${answers(document)}
<h2 id="schemas">What the JSON holds</h2>
${schemasOn(document)}`,
  });
}

function start(site: string): Html {
  return html`<h2 id="start">To start with</h2>
<p>Events in Germany and Switzerland that people go to:</p>
<p><code>curl '${site}/events.json?country=DE,CH&amp;mode=in-person'</code></p>
<p>What can be attended online, as a calendar:</p>
<p><code>curl -O ${site}/regions/virtual.ics</code></p>
<p>Ask again without loading what did not change, with the <code>ETag</code> of the answer before:</p>
<p><code>curl -i -H 'If-None-Match: "…"' ${site}/events.json</code></p>`;
}

function formats(): Html {
  const rows = FORMATS.map((format) => {
    const { name, specification } = noteOf(format);
    const told = specification === undefined ? html`${name}` : html`<a href="${specification}">${name}</a>`;
    return [html`<code>.${format}</code>`, html`${told} <span class="note">${TYPES[format]}</span>`] as const;
  });
  return html`<p>The ending of a path chooses the format; without one it is a page.</p>
${facts(rows)}`;
}

function answers({ components: { responses, headers } }: OpenApi): Html {
  const statuses = [
    ["301", "Moved"],
    ["302", "Forwarded"],
    ["304", "NotModified"],
    ["400", "Refused"],
    ["404", "NotFound"],
    ["503", "NotReadable"],
  ] as const;
  const told = statuses.map(([status, name]) => coded(status, responses[name]?.description));
  return html`<p>An error is <code>application/problem+json</code> (<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>) that says what would be accepted; a page where the <code>Accept</code> header asks for one, as browsers do.</p>
<h3>Statuses besides 200</h3>
${facts(told)}
<h3>Headers</h3>
${facts(Object.entries(headers).map(([name, { description }]) => coded(name, description)))}`;
}

function coded(name: string, description: string | undefined): readonly [Html, Html] {
  return [html`<code>${name}</code>`, marked(description)];
}
