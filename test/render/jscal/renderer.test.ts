import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRenderers } from "../../../src/render/renderers.ts";
import { event } from "../events.ts";
import { FULL, headOf, hostileEvents, listText, oneText } from "../twins.ts";
import { group } from "./schema.ts";

const groupOf = (...given: Parameters<typeof listText> extends [unknown, ...infer Rest] ? Rest : never) =>
  group.parse(JSON.parse(listText("jscal", ...given)));
const entryOf = (given: Parameters<typeof event>[0]) => groupOf([event(given)]).entries[0]!;

describe("a JSCalendar group", () => {
  test("conforms to RFC 8984", () => {
    const { entries, ...rest } = groupOf([FULL]);
    expect(rest).toEqual({
      "@type": "Group",
      uid: "tag:calendar.example,2026:regions/europe",
      prodId: "-//twir-calendar//Rust events//EN",
      updated: "2026-03-04T00:00:00Z",
      title: "Rust events in Europe",
      description: expect.stringContaining("CC BY-SA 4.0"),
      color: "royalblue",
      links: {
        license: { "@type": "Link", href: "https://creativecommons.org/licenses/by-sa/4.0/", rel: "license" },
      },
      source: "https://site.example/regions/europe.jscal",
    });
    expect(entries).toEqual([
      {
        "@type": "Event",
        uid: "full@calendar.example",
        prodId: "-//twir-calendar//Rust events//EN",
        created: "2026-02-04T00:00:00Z",
        updated: "2026-03-04T00:00:00Z",
        sequence: 2,
        title: 'Cancelled: Rust & "Friends" <3',
        description: expect.stringContaining("This event is cancelled."),
        start: "2026-03-10T00:00:00",
        duration: "P3D",
        showWithoutTime: true,
        status: "cancelled",
        freeBusyStatus: "free",
        color: "forestgreen",
        locations: {
          1: { "@type": "Location", name: "Portland, Oregon, US", coordinates: "geo:45.52345,-122.67621" },
          2: { "@type": "Location", name: "Toronto, Ontario, CA", coordinates: "geo:43.70011,-79.4163" },
        },
        virtualLocations: {
          1: { "@type": "VirtualLocation", name: "Online", uri: "https://events.example/full?a=1&b=2" },
        },
        links: {
          1: {
            "@type": "Link",
            href: "https://events.example/full?a=1&b=2",
            rel: "describedby",
            title: "Page of the event",
          },
          2: { "@type": "Link", href: "https://video.example/1;2", rel: "related", title: "Stream" },
          3: { "@type": "Link", href: "https://groups.example/a", rel: "author", title: "Rust A; B" },
          4: {
            "@type": "Link",
            href: "https://this-week-in-rust.org/blog/2026/03/04/this-week-in-rust-640/",
            rel: "via",
            title: "This Week in Rust",
          },
        },
        keywords: { Virtual: true, "North America": true, Hybrid: true, Conference: true },
      },
    ]);
  });

  test("has a time zone in its places, but not in all-day events", () => {
    const { timeZone, start, duration, showWithoutTime, locations } = entryOf({});
    expect({ timeZone, start, duration, showWithoutTime }).toEqual({
      timeZone: undefined,
      start: "2026-03-10T00:00:00",
      duration: "P1D",
      showWithoutTime: true,
    });
    expect(locations?.["1"]?.timeZone).toBe("Europe/Berlin");
  });

  test.each([
    ["2026-03-10T18:00:00Z", "2026-03-10T20:30:00Z", "2026-03-10T19:00:00", "PT2H30M"],
    ["2026-03-28T22:30:00Z", "2026-03-29T10:30:00Z", "2026-03-28T23:30:00", "PT12H"],
    ["2026-07-09T22:00:00Z", "2026-07-09T22:00:45Z", "2026-07-10T00:00:00", "PT45S"],
    ["2026-07-09T10:00:00Z", "2026-07-10T11:00:00Z", "2026-07-09T12:00:00", "PT25H"],
    ["2026-07-09T10:00:00Z", "2026-07-09T10:00:00Z", "2026-07-09T12:00:00", undefined],
    ["2026-07-09T10:00:00Z", null, "2026-07-09T12:00:00", undefined],
  ])("has the times of an event from %s to %s in the zone of its place", (startsAt, endsAt, start, duration) => {
    const entry = entryOf({ allDay: false, startsAt, endsAt });
    expect(entry).toMatchObject({ start, timeZone: "Europe/Berlin" });
    expect(entry.duration).toBe(duration);
    expect(entry.showWithoutTime).toBeUndefined();
  });

  test.each([null, "Mars/Olympus"])("has the times of an event in UTC where the zone is %s", (timeZone) => {
    const entry = entryOf({
      allDay: false,
      startsAt: "2026-03-10T18:00:00Z",
      endsAt: "2026-03-10T19:00:00Z",
      timeZone,
    });
    expect(entry).toMatchObject({ start: "2026-03-10T18:00:00", timeZone: "Etc/UTC", duration: "PT1H" });
  });

  test("is all-day if its start time is invalid", () => {
    expect(entryOf({ allDay: false, startsAt: "evening" })).toMatchObject({ duration: "P1D", showWithoutTime: true });
  });

  test("has no places but the call for an online-only event", () => {
    const entry = entryOf({ mode: "virtual", url: "https://meet.jit.si/rust", status: "postponed" });
    expect(entry.locations).toBeUndefined();
    expect(entry.virtualLocations?.["1"]).toEqual({
      "@type": "VirtualLocation",
      name: "Online",
      uri: "https://meet.jit.si/rust",
      features: { video: true },
    });
    expect(entry.status).toBe("tentative");
  });

  test("of one event is also a Group, as declared by the media type", () => {
    const one = group.parse(JSON.parse(oneText("jscal", FULL)));
    expect(one.entries.map(({ uid }) => uid)).toEqual(["full@calendar.example"]);
    expect(one).toMatchObject({ title: 'Cancelled: Rust & "Friends" <3', color: "forestgreen" });
  });

  test("has no source without a public address", () => {
    const address = () => "/events.jscal";
    const { bytes } = createRenderers({ url: "", domain: "calendar.example" }).jscal.list(
      headOf("jscal", { self: address(), address }),
      [],
    );
    const read = group.parse(JSON.parse(new TextDecoder().decode(bytes)));
    expect(read.source).toBeUndefined();
    expect(read.uid).toBe("tag:calendar.example,2026:events.jscal");
  });

  test("is valid with arbitrary events", () => {
    fc.assert(
      fc.property(hostileEvents, (events) => {
        const text = listText("jscal", events);
        expect(text).not.toMatch(/\\ud[89a-f]/i);
        expect(group.parse(JSON.parse(text)).entries.map(({ uid }) => uid)).toEqual(
          events.map(({ id }) => `${id}@calendar.example`),
        );
      }),
    );
  });
});
