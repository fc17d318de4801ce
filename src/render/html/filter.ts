import { html } from "hono/html";
import { compare } from "../../model/compare.ts";
import type { Choice, Form } from "../../model/form.ts";
import { type Html, hidden } from "./markup.ts";
import { countryName } from "./places.ts";

export interface FilterForm {
  readonly form: Form;
  /** The current filters. */
  readonly search: URLSearchParams;
  /** Countries to choose from, ISO 3166-1 alpha-2; if undefined, the form has a text field. */
  readonly countries: readonly string[] | undefined;
}

/** The filter form. It submits to `/`, which redirects to `/events` without empty fields. */
export function filterForm({ form, search, countries }: FilterForm): Html {
  const now = (name: string) => search.get(name) ?? "";
  // The search field has the full width, so it comes first.
  const fields = form.fields.toSorted((a, b) => Number(b.input === "search") - Number(a.input === "search"));
  return html`<form class="filter" action="/" method="get" role="search" aria-label="Events">
${fields.map((field) => html`${labelled(field, inputOf(field, now(field.name), countries))}\n`)}<p class="go">${form.preserved
    .filter((name) => search.has(name))
    .map(
      (name) => html`<input type="hidden" name="${name}" value="${now(name)}">`,
    )}<button>Find events</button>${search.size > 0 ? html` <a href="/events">All events</a>` : ""}</p>
</form>`;
}

type NamedField = Form["fields"][number];

function labelled({ name, label, spoken, input }: NamedField, control: Html): Html {
  const text = html`<label for="${name}">${label}${spoken === undefined ? "" : hidden(spoken)}</label>${control}`;
  return input === "search" ? html`<p class="wide">${text}</p>` : html`<p>${text}</p>`;
}

/** The input element, with its current value `now`. */
function inputOf(field: NamedField, now: string, countries: FilterForm["countries"]): Html {
  const { name } = field;
  if (field.input === "search")
    return html`<input id="${name}" name="${name}" type="search" maxlength="${field.longest}" value="${now}">`;
  if (field.input === "date") return html`<input id="${name}" name="${name}" type="date" value="${now}">`;
  if (field.input === "choice") return select(name, now, field.choices);
  const names = countries?.map((code): Choice => [code, countryName(code)]);
  return names === undefined
    ? html`<input id="${name}" name="${name}" placeholder="DE" pattern="[A-Za-z]{2}(,[A-Za-z]{2})*" title="Two letters: DE" value="${now}">`
    : select(
        name,
        now,
        names.toSorted(([, a], [, b]) => compare(a, b)),
      );
}

/** A select element with an empty option; `chosen` is added if it is not an option, such as a list of values from the URL. */
function select(name: string, chosen: string, options: readonly Choice[]): Html {
  const all = chosen === "" || options.some(([value]) => value === chosen) ? options : [[chosen, chosen], ...options];
  return html`<select id="${name}" name="${name}"><option value="">Any</option>${all.map(([value, text]) =>
    value === chosen
      ? html`<option value="${value}" selected>${text}</option>`
      : html`<option value="${value}">${text}</option>`,
  )}</select>`;
}
