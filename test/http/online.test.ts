import { describe, expect, test } from "vitest";
import { appOver, idsAt, listAt, SITE } from "./service.ts";

const app = appOver();

describe("events that can be attended online", () => {
  test.each([
    ["/cities/berlin-de.json", ["2026-03-10-hack-and-learn", "hybrid"]],
    ["/cities/berlin-de.json?online=include", ["2026-03-10-hack-and-learn", "hybrid", "online"]],
    ["/countries/ch.json?online=include", ["hybrid", "online"]],
    ["/regions/africa.json?online=include", ["hybrid", "online"]],
    ["/groups/rust-berlin.json?online=include", ["2026-03-10-hack-and-learn", "hybrid"]],
    ["/cities/berlin-de.json?online=only", ["hybrid"]],
    ["/regions/virtual.json?online=hide", ["hybrid"]],
    ["/events.json?near=48.14,11.58&online=include&starts=18:00-22:00&tz=Europe/Berlin", ["hybrid", "online"]],
    ["/events.json?near=48.14,11.58&online=include&starts=18:00-22:00&timed=only", []],
  ])("%s", async (path, ids) => expect(await idsAt(app, path)).toEqual(ids));

  test("are included on every page of a list and kept in its URL", async () => {
    const first = await listAt(app, "/cities/berlin-de.json?limit=2&tz=europe/berlin&online=Include&starts=9:00-24:00");
    expect(first.self).toBe(
      `${SITE.url}/cities/berlin-de.json?starts=09:00-23:59&tz=Europe/Berlin&online=include&limit=2`,
    );
    expect([first.total, first.title]).toEqual([
      3,
      "Rust events in Berlin, DE: with online events · beginning 09:00–23:59 (Europe/Berlin)",
    ]);
    expect(await idsAt(app, first.next!.slice(SITE.url.length))).toEqual(["online"]);
  });

  test("are found by the filter form, which preserves the other parameters", async () => {
    const search = "starts=17%3A00-22%3A30&tz=Europe%2FBerlin&weekday=tue&timed=&online=include";
    const response = await app.request(`/?q=&${search}`);
    const target = new URL(response.headers.get("location") ?? "", SITE.url);
    expect(target.pathname).toBe("/events");
    expect(Object.fromEntries(target.searchParams)).toEqual({
      starts: "17:00-22:30",
      tz: "Europe/Berlin",
      weekday: "tue",
      online: "include",
    });
  });
});
