import { html, raw } from "hono/html";
import { LICENSE_URL } from "../attribution.ts";
import { bareType, FORMATS, type Format } from "../formats.ts";
import { isAbsolute, withinSite } from "./links.ts";
import type { Html } from "./markup.ts";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";

export interface PageParts {
  readonly title: string;
  readonly description: string;
  /** Address of the page; the canonical link is omitted if it has no host. */
  readonly self: string;
  /** Formats in which the content is also available. Default: all. */
  readonly formats?: readonly Format[];
  /** Address of the content in another format. */
  address(format: Format): string;
  /** Additional content of the head element. */
  readonly head?: Html;
  readonly main: Html;
  /** Whether organisers' calendars were read. */
  readonly timed?: boolean | undefined;
  /** Whether it shows start times, to which the script adds the visitor's local time. */
  readonly scripted?: boolean;
}

const SITE_NAME = "Rust events";

/** Links in the navigation of every page. */
const PLACES = [
  ["/events", "All events"],
  ["/regions/virtual", "Online"],
  ["/feeds", "All calendars"],
  ["/changes", "Changes"],
] as const;

/** In the footer of every page, without and with start times. */
const NO_HOURS = "Only dates are known here: see the event's page for times.";
const HOURS = "Times come from the organisers' own calendars. If an event has none, see its page.";

/** A complete HTML page. */
export function page(parts: PageParts): string {
  const { title, main, head, self, timed, scripted } = parts;
  const here = withinSite(self);
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === SITE_NAME ? title : `${title} – ${SITE_NAME}`}</title>
${about(parts)}
<link rel="icon" href="data:,">
${head ?? ""}
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="site"><nav aria-label="Site"><a class="brand" href="/">${SITE_NAME}</a><ul>${PLACES.map(
    ([path, text]) => html`<li><a href="${path}"${here === path ? raw(' aria-current="page"') : ""}>${text}</a></li>`,
  )}</ul></nav></header>
<main id="main">
${main}
</main>
<footer class="note">
<p>Events from <a href="https://this-week-in-rust.org/">This Week in Rust</a>, licensed <a rel="license" href="${LICENSE_URL}">CC BY-SA 4.0</a>.
${raw(timed ? HOURS : NO_HOURS)}</p>
<p>For developers: <a href="/docs">API</a>, <a href="/feeds.json">all calendars as JSON</a>.</p>
</footer>
${
  scripted
    ? html`<script>${raw(SCRIPT)}</script>
`
    : ""
}</body>
</html>
`);
}

/** Metadata for search engines and link previews. */
function about({ title, description, self, formats = FORMATS, address }: PageParts): Html {
  const known = isAbsolute(self)
    ? html`<link rel="canonical" href="${self}">
<meta property="og:url" content="${self}">
`
    : "";
  return html`<meta name="description" content="${description}">
${known}<meta property="og:type" content="website">
<meta property="og:site_name" content="${SITE_NAME}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta name="twitter:card" content="summary">
${formats.map(
  (format) => html`<link rel="alternate" type="${bareType(format)}" title="${title}" href="${address(format)}">
`,
)}`;
}
