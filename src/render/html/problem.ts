import { html } from "hono/html";
import type { Form } from "../../model/form.ts";
import { oneLine } from "../text.ts";
import { filterForm } from "./filter.ts";
import { page } from "./layout.ts";
import { type Html, items } from "./markup.ts";

/** What would be accepted: a word, with the path that asks for it where there is one. */
export interface Choice {
  readonly text: string;
  readonly path: string | null;
}

/** One thing that was wrong. */
export interface Fault {
  readonly detail: string;
  /** What would be accepted in its place, the likeliest first. */
  readonly choices: readonly Choice[];
  /** How many more there are. */
  readonly more: number;
}

/** An error as its page tells it. */
export interface ProblemView {
  readonly status: number;
  /** The status in words. */
  readonly title: string;
  readonly faults: readonly Fault[];
  /** What may be meant. */
  readonly near: readonly Choice[];
  /** The form that finds events. */
  readonly form: Form;
  /** Whether organisers' calendars were read for the edition that is served. */
  readonly timed: boolean;
}

const HEADINGS: Readonly<Record<number, string>> = {
  400: "This address asks for something unknown",
  404: "There is nothing at this address",
  405: "This address can only be read",
  414: "This address is too long",
  431: "This request is too large",
  500: "Something went wrong here",
  503: "There is nothing to show for the moment",
};

/** The page of an error: what went wrong, what is allowed as links where that can be, and ways on. */
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
${faults.map(fault)}${near.length === 0 ? "" : html`<h2>Perhaps you mean</h2><ul class="links">${items(near.map(choice))}</ul>`}
<h2>Ways on</h2>
<ul class="links"><li class="first"><a href="/">First page</a></li><li><a href="/events">All events</a></li><li><a href="/feeds">All calendars</a></li><li><a href="/docs">What addresses there are</a></li></ul>
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
