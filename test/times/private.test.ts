import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, test } from "vitest";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { timedStore } from "../../src/adapters/store/timed.ts";
import { encodeTimes } from "../../src/adapters/times/codec.ts";
import { createApp } from "../../src/http/app.ts";
import type { EventRecord } from "../../src/model/event.ts";
import { VIEWS } from "../../src/render/formats.ts";
import { readOrganisers } from "../../src/times/organisers.ts";
import { readTimes } from "../../src/times/run.ts";
import { dataSet } from "../render/events.ts";
import { BODIES, BROKEN, EVENTS, ON_MEETUP, ORGANISERS, ROBOTS, SECRETS, WHERE } from "./planted.ts";
import { lumaUrl } from "./replay/luma.ts";
import { meetupUrl } from "./replay/meetup.ts";
import { samples } from "./replay/samples.ts";
import { listed } from "./world.ts";

const NOW = Date.parse("2026-11-01T12:00:00Z");

/** Everything that we store, print or answer once `bodies` were read: by name. */
async function told(
  events: readonly EventRecord[],
  organisers: object,
  bodies: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const data = dataSet(events, { newestIssue: "2026-10-28" });
  const { times, readings } = await readTimes({
    data,
    times: null,
    organisers: readOrganisers(organisers),
    ask: async ({ url }) => {
      const body = url.endsWith("/robots.txt") ? ROBOTS : bodies.get(url);
      return {
        kind: "answer",
        status: body === undefined ? 404 : 200,
        url,
        type: "",
        body: body ?? "",
        retryAfterMs: null,
      };
    },
    wait: async () => {},
    now: () => NOW,
    pauseMs: 0,
  });
  const store = timedStore(memoryStore(data), { read: async () => times, replace: async () => {} });
  const site = { url: "https://site.example", domain: "uid.example" };
  const app = createApp({ store, clock: { today: () => "2026-11-01" }, site });
  const all = new Map([
    ["times.json", encodeTimes(times)],
    ["times", JSON.stringify(readings)],
  ]);
  const ending = (view: string) => (view === "html" ? "" : `.${view}`);
  const paths = [
    ...[
      "/",
      "/changes",
      "/changes.json",
      "/changes.atom",
      "/feeds",
      "/feeds.json",
      "/health",
      "/openapi.json",
      "/docs",
    ],
    ...[
      "/events",
      ...data.groups.map(({ slug }) => `/groups/${slug}`),
      ...data.events.map(({ id }) => `/events/${id}`),
    ].flatMap((path) => VIEWS.map((view) => `${path}${ending(view)}`)),
  ];
  for (const path of paths) {
    const response = await app.request(path);
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
    all.set(path, unfolded(await response.text()));
  }
  return all;
}

/** Long lines of calendars are cut anywhere. */
function unfolded(text: string): string {
  return text.replace(/\r\n[ \t]/g, "");
}

/** Where any of `secrets` stands. */
function found(all: ReadonlyMap<string, string>, secrets: readonly (readonly [string, RegExp])[]): readonly string[] {
  return [...all].flatMap(([where, text]) =>
    secrets.flatMap(([what, pattern]) => {
      const hit = pattern.exec(text);
      return hit === null ? [] : [`${what} in ${where}: ${text.slice(Math.max(0, hit.index - 60), hit.index + 60)}`];
    }),
  );
}

describe("private data in organisers' calendars", () => {
  let all: ReadonlyMap<string, string>;
  beforeAll(async () => {
    all = await told([...EVENTS, ON_MEETUP, BROKEN], ORGANISERS, BODIES);
  });

  it("is in their responses", () => {
    const bodies = new Map([...BODIES].map(([url, body]) => [url, unfolded(body)]));
    for (const [what, pattern] of SECRETS)
      expect([what, [...bodies.values()].some((body) => pattern.test(body))]).toEqual([what, true]);
  });

  it("does not prevent reading every event, except for a broken calendar", () => {
    const { events } = JSON.parse(all.get("/events.json") ?? "");
    const days = events.filter(({ allDay }: EventRecord) => allDay).map(({ id }: EventRecord) => id);
    expect([events.length, days]).toEqual([3 * WHERE.length + 2, ["broken"]]);
    expect(all.get("/health")).toContain("not-believed");
    expect(all.get("/events.ics")).toContain("Example Hall");
  });

  it("is in no file and no response", () => {
    expect(found(all, SECRETS)).toEqual([]);
  });
});

describe.runIf(samples)("private data in the samples", () => {
  /** Their descriptions, people, addresses that only guests learn, and hosts' own marks. */
  const secrets: readonly (readonly [string, RegExp])[] = [
    [
      "a description",
      /Doors open|borrow checking|“Crabs”|Bring a laptop|No agenda|Write to us|Ring twice|Hosted by|made-up meetup|Get up-to-date/,
    ],
    ["a mail address", /calendar-invite|(?<![\w.])[\w.+-]+@(?!uid\.example)[\w-]+\.[a-z]{2,}/],
    ["a hidden address", /Check event page|luma\.com\/event\/|41\.979|2\.819/],
    ["a link of a description", /rust-sampleville\.example/],
  ];

  test("is in no file and no response", async () => {
    const sample = (name: string) => readFileSync(join(samples ?? "", name), "utf8");
    const luma = { calendar_url: "https://luma.com/rust-example", calendar_id: "cal-Sample1" };
    const bodies = new Map([
      [meetupUrl("rust-sampleville"), sample("meetup-group.ics")],
      [meetupUrl("sample-hackspace"), sample("meetup-group-ten.ics")],
      [lumaUrl("cal-Sample1"), sample("luma-calendar.ics")],
      ["https://hasgeek.com/rustsampleville/nov/", sample("hasgeek-event.html")],
    ]);
    const on = [{ slug: "rust-example", name: "Rust Example", url: luma.calendar_url }];
    const events = [
      listed({ id: "hack", url: "https://www.meetup.com/rust-sampleville/events/fgkdltyjcpbqb/" }),
      listed({
        id: "days",
        url: "https://www.meetup.com/rust-sampleville/events/399900103/",
        start: "2026-12-05",
        end: "2026-12-06",
      }),
      listed({ id: "bench", url: "https://www.meetup.com/sample-hackspace/events/399900309/", start: "2026-11-12" }),
      listed({ id: "masked", url: "https://luma.com/aaaa0003", start: "2026-11-05", groups: on }),
      listed({ id: "online", url: "https://luma.com/aaaa0004", start: "2026-11-19", groups: on }),
      listed({
        id: "india",
        url: "https://hasgeek.com/rustsampleville/nov/",
        start: "2026-11-21",
        timeZone: "Asia/Kolkata",
        places: [],
        groups: [],
      }),
    ];
    const all = await told(events, { luma: [luma], pages: [{ host: "hasgeek.com" }] }, bodies);
    expect(all.get("/events/hack.ics")).toContain("TZID=Europe/Berlin");
    expect(all.get("/events/masked.json")).toContain('"luma"');
    expect(all.get("/events/india.json")).toContain("Example Hall");
    const given = new Map([...bodies].map(([url, body]) => [url, unfolded(body)]));
    for (const [what, pattern] of secrets)
      expect([what, [...given.values()].some((body) => pattern.test(body))]).toEqual([what, true]);
    expect(found(all, secrets)).toEqual([]);
  });
});
