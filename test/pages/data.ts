import type { CallRecord } from "../../src/model/call.ts";
import type { DataSet } from "../../src/model/event.ts";
import { BERLIN, dataSet, event } from "../render/events.ts";
import { TIMED } from "../render/timed.ts";

export const TODAY = "2026-03-05";

const MOVED = event({
  id: "moved",
  start: "2026-03-12",
  title: "Moved by two days",
  history: [
    { issue: "2026-03-04", field: "start", from: "2026-03-10", to: "2026-03-12" },
    { issue: "2026-03-04", field: "end", from: "2026-03-10", to: "2026-03-12" },
    { issue: "2026-03-04", field: "title", from: "Moved", to: "Moved by two days" },
  ],
  listings: [
    { issue: "2026-02-25", number: 639, line: 120, url: "https://events.example/before" },
    { issue: "2026-03-04", number: 640, line: 120, sub: 1, url: "https://events.example/hack-and-learn" },
  ],
});

const EURORUST: CallRecord = {
  id: "ceurorust",
  name: "EuroRust 2026",
  url: "https://cfp.example/eurorust",
  site: null,
  closes: "2026-05-04",
  closesAt: null,
  rolling: false,
  extended: true,
  extendedFrom: "2026-04-27",
  start: "2026-10-14",
  end: "2026-10-17",
  mode: "in-person",
  places: [BERLIN],
  created: "2026-02-25",
  updated: "2026-03-04",
  lastListed: "2026-03-04",
  event: "eurorust",
  listings: [],
  history: [],
};

/** Events in every state, long words, other scripts, several days, places and groups. */
export const DATA: DataSet = dataSet(
  [
    event({ id: "plain" }),
    event({ id: "eurorust", title: "EuroRust 2026", start: "2026-10-14", end: "2026-10-17", groups: [] }),
    event({ id: "eurorust-2024", title: "EuroRust 2024", start: "2024-10-10", end: "2024-10-11", groups: [] }),
    MOVED,
    event({ id: "cancelled", start: "2026-03-13", title: "Not this time", status: "cancelled", state: "cancelled" }),
    event({ id: "postponed", start: "2026-03-13", title: "Some other time", status: "postponed" }),
    event({ id: "unlisted", start: "2026-03-14", title: "No word of it any more", state: "unlisted" }),
    event({ id: "long", start: "2026-03-15", title: `Über${"donaudampfschifffahrt".repeat(12)}`, end: "2026-03-18" }),
    event({
      id: "arabic",
      start: "2026-04-01",
      title: "لقاء مجتمع Rust في القاهرة (2026)",
      mode: "hybrid",
      regions: ["Africa", "Virtual"],
      places: [{ ...BERLIN, city: "القاهرة", area: null, country: "EG" }],
      groups: [{ slug: "rust-cairo", name: "مجتمع Rust", url: "https://groups.example/cairo" }],
      links: [{ text: "البث المباشر", url: "https://live.example/stream" }],
    }),
    event({
      id: "online",
      start: "2026-04-02",
      title: "Rust 🦀 読書会 👩‍🚀 & <friends>",
      mode: "virtual",
      regions: ["Virtual"],
      places: [],
      url: "javascript:alert(1)",
      groups: [{ slug: "rust-online", name: "Rust <Online>", url: null }],
    }),
    event({ id: "past", start: "2026-02-10", title: "It was good" }),
    event({
      id: "gone",
      start: "2015-01-01",
      groups: [{ slug: "rust-gone", name: "Rust Gone", url: null }],
      created: "2014-12-15",
      updated: "2014-12-15",
    }),
  ],
  { calls: [EURORUST] },
);

/** The same, and events with hours of every kind. */
export const TIMED_DATA: DataSet = dataSet([...DATA.events, ...TIMED]);

/** Each kind of page that shows hours; those without are as in an edition that has none, but for the footer. */
export const TIMED_PAGES = [
  "/",
  "/events",
  "/events/plain-hour",
  "/events/utc",
  "/events/called-off",
  "/events/in-doubt",
  "/events/days",
] as const;

/** Each kind of page. */
export const PAGES = [
  "/",
  "/events",
  "/events?region=europe&mode=in-person&city=berlin-de&limit=2",
  "/events?from=2015-01-01&to=2015-12-31",
  "/regions/virtual",
  "/countries/eg",
  "/groups/rust-berlin",
  "/groups/rust-gone",
  "/conferences",
  "/conferences/eurorust",
  "/events/eurorust",
  "/feeds",
  "/changes",
  "/docs",
  "/events/moved",
  "/events/long",
  "/events/arabic",
  "/events/online",
] as const;
