import fc from "fast-check";
import type { EventRecord } from "../../src/model/event.ts";
import type { Piece } from "../../src/render/bytes.ts";
import { FORMATS, type View } from "../../src/render/formats.ts";
import type { Head } from "../../src/render/renderer.ts";
import { createRenderers } from "../../src/render/renderers.ts";
import { anyEvents, event, oddText } from "./events.ts";

const SITE = { url: "https://site.example", domain: "calendar.example" } as const;

/** Head of `/regions/europe` in `view`, but for `given`. */
export function headOf(view: View, given: Partial<Head> = {}): Head {
  const address = (other: View) => `${SITE.url}/regions/europe${other === "html" ? "" : `.${other}`}`;
  return {
    title: "Rust events in Europe",
    region: "Europe",
    self: address(view),
    next: null,
    total: 1,
    updated: "2026-03-04",
    today: "2026-03-05",
    address,
    ...given,
  };
}

/** What is sent for a list of `events`. */
export function listText(view: View, events: readonly EventRecord[], given: Partial<Head> = {}): string {
  return textOf(createRenderers(SITE)[view].list(headOf(view, given), events));
}

/** What is sent for one event. */
export function oneText(view: View, one: EventRecord, given: Partial<Head> = {}): string {
  return textOf(createRenderers(SITE)[view].one(headOf(view, given), one));
}

/** Strict: bytes that are not UTF-8 are an error, and a byte order mark is kept. */
function textOf({ bytes }: Piece): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

export const TWINS = FORMATS.filter((format) => format !== "ics" && format !== "json");

/** An event that moved, takes three days in two towns and online, and is called off. */
export const FULL: EventRecord = event({
  id: "full",
  title: 'Rust & "Friends" <3',
  url: "https://events.example/full?a=1&b=2",
  links: [{ text: "Stream", url: "https://video.example/1;2" }],
  mode: "hybrid",
  status: "cancelled",
  state: "cancelled",
  start: "2026-03-10",
  end: "2026-03-12",
  regions: ["Virtual", "North America"],
  places: [
    { city: "Portland", area: "Oregon", country: "US", latitude: 45.52345, longitude: -122.67621, timeZone: null },
    { city: "Toronto", area: "Ontario", country: "CA", latitude: 43.70011, longitude: -79.4163, timeZone: null },
  ],
  groups: [
    { slug: "a", name: "Rust A; B", url: "https://groups.example/a" },
    { slug: "b", name: "Rust C", url: null },
  ],
  revision: 2,
  created: "2026-02-04",
  updated: "2026-03-04",
  history: [{ issue: "2026-02-11", field: "start", from: "2026-03-09", to: "2026-03-10" }],
});

/** What breaks XML, CSV and pages in particular. */
const hostile = fc
  .array(
    fc.constantFrom(
      "]]>",
      "<![CDATA[",
      "<!--",
      "</title>",
      "&#0;",
      "&nope;",
      "\ufffe",
      "\uffff",
      "\u{1fffe}",
      "\u0085",
      "\u000b",
      "\ufeff",
      "=1+1",
      "+cmd|' /C calc'!A0",
      "-2",
      "@SUM(A1)",
      "＝1",
      "\t=1",
      "\r=1",
      ";=1",
      '";"=1',
      '"',
      '",=1',
      "__proto__",
      "💥",
      "\ud83d",
      "שלום",
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(""));

const text = fc.oneof(oddText, hostile);

/** Events with hostile text in every place. */
export const hostileEvents: fc.Arbitrary<readonly EventRecord[]> = fc
  .tuple(anyEvents(4), fc.array(text, { minLength: 4, maxLength: 4 }), fc.constantFrom("listed", "moved", "past"))
  .map(([events, [title, name, city, label], state]) =>
    events.map((given, at) =>
      at % 2 === 1
        ? given
        : {
            ...given,
            title: title!,
            state: state as EventRecord["state"],
            groups: [...given.groups, { slug: "odd", name: name!, url: "https://a.example/;=1?b=\ufffe" }],
            links: [...given.links, { text: label!, url: "https://a.example/=,;\u0001" }],
            places: given.places.map((place) => ({ ...place, city: city! })),
            history: [{ issue: "2026-03-04", field: "title" as const, from: name!, to: title! }],
          },
    ),
  );
