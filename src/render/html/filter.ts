import { html } from "hono/html";
import { REGIONS } from "../../model/region.ts";
import { type Html, hidden } from "./markup.ts";
import { countryName } from "./places.ts";

/** Filters that the form has no field for, and hands on as they are. */
const HANDED_ON = [
  "city",
  "group",
  "near",
  "radius",
  "multiday",
  "cancelled",
  "starts",
  "tz",
  "weekday",
  "timed",
  "online",
];

const MODES = [
  ["in-person", "In person"],
  ["virtual", "Online"],
  ["hybrid", "Hybrid"],
] as const;

export interface FilterForm {
  /** What is filtered now. */
  readonly search: URLSearchParams;
  /** Countries to choose from, ISO 3166-1 alpha-2; without them the code is typed. */
  readonly countries: readonly string[] | undefined;
}

/** The form that finds events. It leads to `/`, which leaves out the empty fields and goes on to `/events`. */
export function filterForm({ search, countries }: FilterForm): Html {
  const now = (name: string) => search.get(name) ?? "";
  const regions = REGIONS.filter((region) => region !== "Asia Pacific").map(
    (region) => [region.toLowerCase().replaceAll(" ", "-"), region === "Virtual" ? "Online" : region] as const,
  );
  const names = countries?.map((code) => [code, countryName(code)] as const);
  return html`<form class="filter" action="/" method="get" role="search" aria-label="Events">
<p class="wide"><label for="q">Words in title, group or place</label><input id="q" name="q" type="search" maxlength="100" value="${now("q")}"></p>
<p><label for="region">Region</label>${select("region", now("region"), regions)}</p>
<p><label for="country">Country</label>${
    names === undefined
      ? html`<input id="country" name="country" placeholder="DE" pattern="[A-Za-z]{2}(,[A-Za-z]{2})*" title="Two letters: DE" value="${now("country")}">`
      : select("country", now("country"), names.toSorted(byName))
  }</p>
<p><label for="mode">How</label>${select("mode", now("mode"), MODES)}</p>
<p><label for="from">From${hidden(" the day")}</label><input id="from" name="from" type="date" value="${now("from")}"></p>
<p><label for="to">To${hidden(" the day")}</label><input id="to" name="to" type="date" value="${now("to")}"></p>
<p class="go">${HANDED_ON.filter((name) => search.has(name)).map(
    (name) => html`<input type="hidden" name="${name}" value="${now(name)}">`,
  )}<button>Find events</button>${search.size > 0 ? html` <a href="/events">All events</a>` : ""}</p>
</form>`;
}

type Option = readonly [value: string, text: string];

/** A choice of one value or none; a combination that came with the address stays chosen. */
function select(name: string, chosen: string, options: readonly Option[]): Html {
  const all = chosen === "" || options.some(([value]) => value === chosen) ? options : [[chosen, chosen], ...options];
  return html`<select id="${name}" name="${name}"><option value="">Any</option>${all.map(([value, text]) =>
    value === chosen
      ? html`<option value="${value}" selected>${text}</option>`
      : html`<option value="${value}">${text}</option>`,
  )}</select>`;
}

function byName([, a]: Option, [, b]: Option): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
