import { html } from "hono/html";
import { FORMATS, TYPES } from "../../render/formats.ts";
import { page } from "../../render/html/layout.ts";
import type { Html } from "../../render/html/markup.ts";
import { noteOf } from "./formats.ts";
import { facts, withCode } from "./page-parts.ts";
import { parametersOn, pathsOn } from "./page-paths.ts";
import { schemasOn } from "./page-schemas.ts";
import { STABILITY } from "./stability.ts";
import type { OpenApi } from "./types.ts";

/**
 * The document as a page that works without JavaScript; `site` is the public address without a trailing slash, and `timed` says
 * whether organisers' calendars were read.
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
<p>Send GET requests, from any origin, without an API key. This page is also available as <a href="/openapi.json">OpenAPI 3.1</a>.</p>
${start(site === "" ? "http://localhost:8787" : site)}
<h2 id="promise">Stability</h2>
<ol>${STABILITY.map((promise) => html`<li>${withCode(promise)}</li>`)}</ol>
<h2 id="paths">Paths</h2>
${pathsOn(document)}
<h2 id="parameters">Parameters</h2>
<p>Different parameters are combined with AND, the values of one parameter with OR. Names are lower case; values are case-insensitive.</p>
${parametersOn(document)}
<h2 id="formats">Formats</h2>
${formats()}
<h2 id="errors">Responses</h2>
${responsesIn(document)}
<h2 id="schemas">JSON schemas</h2>
${schemasOn(document)}`,
  });
}

function start(site: string): Html {
  return html`<h2 id="start">Getting started</h2>
<p>In-person events in Germany and Switzerland:</p>
<p><code>curl '${site}/events.json?country=DE,CH&amp;mode=in-person'</code></p>
<p>A calendar of all events that can be attended online:</p>
<p><code>curl -O ${site}/regions/virtual.ics</code></p>
<p>Download a list only if it changed, with the <code>ETag</code> of the previous response:</p>
<p><code>curl -i -H 'If-None-Match: "…"' ${site}/events.json</code></p>`;
}

function formats(): Html {
  const rows = FORMATS.map((format) => {
    const { name, specification } = noteOf(format);
    const linked = specification === undefined ? html`${name}` : html`<a href="${specification}">${name}</a>`;
    return [html`<code>.${format}</code>`, html`${linked} <span class="note">${TYPES[format]}</span>`] as const;
  });
  return html`<p>The extension of a path selects the format; without an extension it is a page.</p>
${facts(rows)}`;
}

function responsesIn({ components: { responses, headers } }: OpenApi): Html {
  const statuses = [
    ["301", "Moved"],
    ["302", "Forwarded"],
    ["304", "NotModified"],
    ["400", "Refused"],
    ["404", "NotFound"],
    ["503", "NotReadable"],
  ] as const;
  const rows = statuses.map(([status, name]) => row(status, responses[name]?.description));
  return html`<p>Errors are <code>application/problem+json</code> (<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>) and list what is allowed. If the <code>Accept</code> header prefers HTML, as in browsers, they are pages.</p>
<h3>Status codes other than 200</h3>
${facts(rows)}
<h3>Headers</h3>
${facts(Object.entries(headers).map(([name, { description }]) => row(name, description)))}`;
}

function row(name: string, description: string | undefined): readonly [Html, Html] {
  return [html`<code>${name}</code>`, withCode(description)];
}
