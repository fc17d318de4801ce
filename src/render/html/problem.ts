import { html } from "hono/html";
import type { Form } from "../../model/form.ts";
import { oneLine } from "../text.ts";
import { filterForm } from "./filter.ts";
import { page } from "./layout.ts";
import { type Html, items } from "./markup.ts";

/** An allowed value, with a link if there is one. */
export interface Choice {
  readonly text: string;
  readonly path: string | null;
}

/** One error. */
export interface Fault {
  readonly detail: string;
  /** Allowed values, closest first. */
  readonly choices: readonly Choice[];
  /** Number of further allowed values. */
  readonly more: number;
}

/** An error for its page. */
export interface ProblemView {
  readonly status: number;
  /** Reason phrase of the status. */
  readonly title: string;
  readonly faults: readonly Fault[];
  /** What may have been meant. */
  readonly near: readonly Choice[];
  readonly form: Form;
  /** Whether organisers' calendars were read. */
  readonly timed: boolean;
}

const HEADINGS: Readonly<Record<number, string>> = {
  400: "Unknown parameter or value",
  404: "Page not found",
  405: "Method not allowed",
  414: "Address too long",
  431: "Request too large",
  500: "Internal error",
  503: "Temporarily unavailable",
};

/** The page of an error, with links to allowed values and to other pages. */
export function problemPage({ status, title, faults, near, form, timed }: ProblemView): string {
  const heading = HEADINGS[status] ?? title;
  return page({
    title: heading,
    description: faults.map(({ detail }) => oneLine(detail)).join("; "),
    self: "/",
    formats: [],
    timed,
    address: () => "/",
    head: html`<meta name="robots" content="noindex">`,
    main: html`<h1>${heading}</h1>
<p class="note">${status} ${title}</p>
${faults.map(fault)}${near.length === 0 ? "" : html`<h2>Did you mean</h2><ul class="links">${items(near.map(choice))}</ul>`}
<h2>Other pages</h2>
<ul class="links"><li class="first"><a href="/">Home</a></li><li><a href="/events">All events</a></li><li><a href="/feeds">All calendars</a></li><li><a href="/docs">API documentation</a></li></ul>
${status >= 500 ? "" : html`<section><h2>Find events</h2>${filterForm({ form, search: new URLSearchParams(), countries: undefined })}</section>`}`,
  });
}

function fault({ detail, choices, more }: Fault): Html {
  const all = [...choices.map(choice), ...(more === 0 ? [] : [html`and ${more} more`])];
  return html`<p class="notice"><bdi>${oneLine(detail)}</bdi></p>
${all.length === 0 ? "" : html`<p>Allowed:</p><ul class="links">${items(all)}</ul>`}
`;
}

function choice({ text, path }: Choice): Html {
  return path === null ? html`<code>${oneLine(text)}</code>` : html`<a href="${path}">${oneLine(text)}</a>`;
}
