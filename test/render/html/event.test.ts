import { describe, expect, test } from "vitest";
import type { EventRecord } from "../../../src/model/event.ts";
import { FORMATS } from "../../../src/render/formats.ts";
import { htmlRenderer } from "../../../src/render/html/renderer.ts";
import { BERLIN, event } from "../events.ts";
import { headOf, linksOf, textOf } from "./head.ts";

const renderer = htmlRenderer({ url: "https://site.example" });
const decoder = new TextDecoder();

function pageOf(given: Partial<EventRecord> = {}, site?: string): string {
  const one = event({ id: "one", ...given });
  return decoder.decode(renderer.one(headOf("/events/one", { title: one.title }, site), one).bytes);
}

/** What the page tells programs in the words of schema.org. */
function dataOf(page: string): Record<string, unknown> {
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(json ?? "null");
}

const MOVED: Partial<EventRecord> = {
  start: "2026-03-11",
  end: "2026-03-11",
  listings: [
    { issue: "2026-02-25", number: 639, line: 100, url: "https://events.example/old" },
    { issue: "2026-03-04", number: 640, line: 120, sub: 2, url: "https://events.example/hack-and-learn" },
    { issue: "2026-03-11", number: null, line: 7, url: null },
  ],
  history: [
    { issue: "2026-03-04", field: "start", from: "2026-03-10", to: "2026-03-11" },
    { issue: "2026-03-04", field: "end", from: "2026-03-10", to: "2026-03-11" },
    { issue: "2026-03-04", field: "title", from: "<b>Hack", to: "Hack and Learn" },
    { issue: "2026-03-04", field: "url", from: "javascript:alert(1)", to: "https://events.example/hack-and-learn" },
    { issue: "2026-03-04", field: "places", from: null, to: "Berlin, Land Berlin, DE" },
    { issue: "2026-03-11", field: "status", from: "confirmed", to: "cancelled" },
  ],
};

describe("the page of an event", () => {
  test("shows when, where and who", () => {
    const page = textOf(pageOf({ end: "2026-03-12", timeZone: "Europe/Berlin" }));
    for (const text of [
      "When Tuesday, 10 March 2026 to Thursday, 12 March 2026",
      "How In person",
      "Where Berlin, Germany",
      "Time zone Europe/Berlin",
      "Group Rust Berlin (on groups.example: Rust Berlin)",
    ])
      expect(page.replace(/(When|How|Where|Time zone|Group)/g, "$1 ")).toContain(text);
  });

  test("shows that it is over", () => {
    expect(textOf(pageOf({ start: "2026-03-04" }))).toContain("This event is over.");
    expect(textOf(pageOf({ start: "2026-03-04", end: "2026-03-05" }))).not.toContain("This event is over.");
  });

  test("shows what changed in which issue, without repetition", () => {
    const page = pageOf(MOVED);
    const text = textOf(page);
    expect(text).toContain(
      "Date moved from Tuesday, 10 March 2026 to Wednesday, 11 March 2026, in This Week in Rust 640 of 4 March 2026",
    );
    expect(text).not.toContain("Last day changed");
    expect(text).toContain("Title changed from “<b>Hack” to “Hack and Learn”");
    expect(text).toContain("Place changed: now Berlin, Land Berlin, DE");
    expect(text).toContain("Status changed from confirmed to cancelled, in This Week in Rust of 11 March 2026");
    expect(page).not.toMatch(/href="javascript/);
  });

  test("links to every issue that listed it", () => {
    const page = pageOf(MOVED);
    expect(linksOf(page)).toEqual(
      expect.arrayContaining([
        "https://this-week-in-rust.org/blog/2026/02/25/this-week-in-rust-639/",
        "https://this-week-in-rust.org/blog/2026/03/04/this-week-in-rust-640/",
        "https://this-week-in-rust.org/blog/archives/",
        "https://events.example/old",
      ]),
    );
    expect(textOf(page)).toContain("This Week in Rust 640 of 4 March 2026, line 120, part 2");
  });

  test("links to each format and to Google's form for a new event", () => {
    const links = linksOf(pageOf({ end: "2026-03-12", title: "Rust & Tee, 50 %" }));
    for (const format of FORMATS) expect(links).toContain(`/events/one.${format}`);
    const google = new URL(links.find((link) => link.includes("calendar/render")) ?? "").searchParams;
    expect(Object.fromEntries(google)).toMatchObject({ text: "Rust & Tee, 50 %", dates: "20260310/20260313" });
  });

  test("has a canonical link only with a public address", () => {
    expect(pageOf()).toContain('<link rel="canonical" href="https://site.example/events/one">');
    expect(pageOf()).toContain('<meta property="og:url" content="https://site.example/events/one">');
    expect(pageOf({}, "")).not.toMatch(/canonical|og:url|site\.invalid/);
  });

  test("contains JSON-LD with the vocabulary of schema.org", () => {
    expect(dataOf(pageOf({ mode: "hybrid", end: "2026-03-12" }))).toEqual({
      "@context": "https://schema.org",
      "@type": "Event",
      name: "Hack and Learn",
      startDate: "2026-03-10",
      endDate: "2026-03-12",
      eventStatus: "https://schema.org/EventScheduled",
      eventAttendanceMode: "https://schema.org/MixedEventAttendanceMode",
      url: "https://events.example/hack-and-learn",
      location: [
        {
          "@type": "Place",
          name: "Berlin, Germany",
          address: {
            "@type": "PostalAddress",
            addressLocality: "Berlin",
            addressRegion: "Land Berlin",
            addressCountry: "DE",
          },
          geo: { "@type": "GeoCoordinates", latitude: BERLIN.latitude, longitude: BERLIN.longitude },
        },
        { "@type": "VirtualLocation", url: "https://events.example/hack-and-learn" },
      ],
      organizer: [{ "@type": "Organization", name: "Rust Berlin", url: "https://groups.example/rust-berlin" }],
    });
  });

  test("the JSON-LD of an online event has no physical location", () => {
    const { location } = dataOf(pageOf({ mode: "virtual" }));
    expect(location).toEqual([{ "@type": "VirtualLocation", url: "https://events.example/hack-and-learn" }]);
  });

  test.each<[Partial<EventRecord>, object]>([
    [{ status: "cancelled" }, { eventStatus: "https://schema.org/EventCancelled" }],
    [{ status: "postponed" }, { eventStatus: "https://schema.org/EventPostponed" }],
    [MOVED, { eventStatus: "https://schema.org/EventRescheduled", previousStartDate: "2026-03-10" }],
  ])("its state is in the words of schema.org, %#", (given, expected) => {
    expect(dataOf(pageOf(given))).toMatchObject(expected);
  });
});
