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
  /** Address of the page; one without a host is not told to other sites. */
  readonly self: string;
  /** The forms in which it is given as data; every one unless told. */
  readonly formats?: readonly Format[];
  /** Address of the same as data. */
  address(format: Format): string;
  /** Goes into the head, after what every page has. */
  readonly head?: Html;
  readonly main: Html;
  /** Whether organisers' calendars were read for the edition that the page is of. */
  readonly timed?: boolean | undefined;
  /** Whether it shows hours, to which the script adds the visitor's own. */
  readonly scripted?: boolean;
}

const SITE_NAME = "Rust events";

/** What the navigation of every page leads to. */
const PLACES = [
  ["/events", "All events"],
  ["/regions/virtual", "Online"],
  ["/feeds", "All calendars"],
  ["/changes", "What changed"],
] as const;

/** What every page says of hours. */
const NO_HOURS = "Only the day of an event is known here, not the hour: see the event's own page.";
const HOURS =
  "Hours are from the organisers' own calendars; where there is none, only the day is known here: see the event's own page.";

/** A whole page, in English. */
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
<a class="skip" href="#main">Skip to the content</a>
<header class="site"><nav aria-label="Site"><a class="brand" href="/">${SITE_NAME}</a><ul>${PLACES.map(
    ([path, text]) => html`<li><a href="${path}"${here === path ? raw(' aria-current="page"') : ""}>${text}</a></li>`,
  )}</ul></nav></header>
<main id="main">
${main}
</main>
<footer class="note">
<p>Events from <a href="https://this-week-in-rust.org/">This Week in Rust</a>, licensed <a rel="license" href="${LICENSE_URL}">CC BY-SA 4.0</a>.
${raw(timed ? HOURS : NO_HOURS)}</p>
<p>For programs: <a href="/docs">the API</a>, <a href="/feeds.json">all calendars as JSON</a>.</p>
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

/** What search engines and previews of links read. */
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
