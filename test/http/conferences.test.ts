import { describe, expect, test } from "vitest";
import type { CallRecord } from "../../src/model/call.ts";
import type { EventRecord } from "../../src/model/event.ts";
import { dataSet, event } from "../render/events.ts";
import { appOver, TODAY } from "./service.ts";

const HOSTILE = `<script>alert(1)</script> & "quotes"`;

/** A conference on a site of its own. */
const conference = (id: string, title: string, start: string, given: Partial<EventRecord> = {}) =>
  event({ id, title, start, end: given.end ?? start, groups: [], url: `https://${id}.example/`, ...given });

/** The call of the event `event` that closes on `closes`. */
const callOf = (event: string | null, closes: string | null, given: Partial<CallRecord> = {}): CallRecord => ({
  id: `c${event}`,
  name: event ?? "Call",
  url: "https://cfp.example/",
  site: null,
  closes,
  closesAt: null,
  rolling: false,
  extended: false,
  extendedFrom: null,
  start: null,
  end: null,
  mode: null,
  places: [],
  created: "2026-02-04",
  updated: "2026-02-04",
  lastListed: "2026-03-04",
  event,
  listings: [],
  history: [],
  ...given,
});

const app = appOver(
  dataSet(
    [
      conference("latam", "Rust LATAM Conference", "2020-11-07"),
      conference("rustfest", "RustFest Zürich", "2017-09-30", { end: "2017-10-03" }),
      conference("eurorust", "EuroRust 2026", "2026-10-14", { end: "2026-10-17" }),
      conference("closed", "RustLab 2026", "2026-11-01"),
      conference("rolling", "Rust Forge", "2026-08-27"),
      conference("off", "RustCon Asia", "2026-06-01", { status: "cancelled" }),
      conference("hostile", `${HOSTILE} Conference`, "2026-06-02", { url: "javascript:alert(1)" }),
      event({ id: "meetup", title: "Rust Berlin Meetup" }),
    ],
    {
      calls: [
        callOf("eurorust", "2026-05-04", { extended: true, extendedFrom: "2026-04-27" }),
        callOf("closed", "2026-03-04"),
        callOf("rolling", null, { rolling: true }),
        callOf("hostile", "2026-04-01", {
          closesAt: "2026-04-02T06:59:00Z",
          url: "javascript:alert(1)",
          name: HOSTILE,
        }),
        callOf(null, "2026-03-05", { name: "Closes today" }),
      ],
    },
  ),
);

const pageAt = async (path: string): Promise<string> => {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  return response.text();
};

/** The text of `html` without markup, white space collapsed. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");

describe("the page of a conference", () => {
  test.each([
    ["eurorust", "Call for papersopen until 4 May 2026, anywhere on earth · extended · submit a talk"],
    ["closed", "Call for papersclosed on 4 March 2026, anywhere on earth · page of the call"],
    ["rolling", "Call for papersopen · talks are accepted as they come in · submit a talk"],
    ["hostile", "Call for papersopen until 2 April 2026, 06:59 UTC · submit a talk"],
  ])("%s shows its call for papers", async (id, expected) => {
    const page = await pageAt(`/events/${id}`);
    expect(textOf(page)).toContain(expected);
    expect(page).not.toContain('href="javascript:');
  });

  test("without a call shows none", async () => {
    expect(await pageAt("/events/rustfest")).not.toContain("Call for papers");
  });
});

describe("the home page", () => {
  test("shows the next conferences, without cancelled ones", async () => {
    const page = await pageAt("/");
    const section = page.slice(page.indexOf('id="conferences"'), page.indexOf('id="cfps"'));
    expect([...section.matchAll(/href="\/events\/(\w+)"/g)].map(([, id]) => id)).toEqual([
      "hostile",
      "rolling",
      "eurorust",
      "closed",
    ]);
    expect(page).not.toContain("<script>alert(1)");
  });

  test("shows the calls that close next, by deadline", async () => {
    const page = await pageAt("/");
    const section = page.slice(page.indexOf('id="cfps"'), page.indexOf('id="regions"'));
    expect([...section.matchAll(/datetime="([\d-]+)"/g)].map(([, day]) => day)).toEqual([
      TODAY,
      "2026-04-02",
      "2026-05-04",
    ]);
    expect(section).toContain('href="/cfps"');
  });

  test("shows no calls where none is open", async () => {
    expect(await (await appOver().request("/")).text()).not.toContain("Calls for papers");
  });
});
