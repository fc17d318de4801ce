import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeQuery } from "../../src/query/describe.ts";
import { queryParser, toSearch } from "../../src/query/query.ts";
import { NOTHING_KNOWN } from "../../src/query/vocabulary.ts";
import { subscribeLinks } from "../../src/render/subscribe.ts";
import { oddText } from "./events.ts";

const site = "https://site.example";

describe("subscribe links", () => {
  test("contain the whole name if it fits", () => {
    expect(subscribeLinks(`${site}/events.ics?country=CH,DE`, "Rust & more").outlook).toBe(
      "https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Fsite.example%2Fevents.ics%3Fcountry%3DCH%2CDE&name=Rust%20%26%20more",
    );
  });

  test("for an evening near Munich, or online, are all short enough", () => {
    const search =
      "?near=48.14,11.58&radius=100&starts=17:00-22:30&tz=Europe/Berlin&weekday=tue,wed&timed=only&online=include";
    const asked = queryParser(NOTHING_KNOWN)(new URLSearchParams(search));
    expect(asked.ok && toSearch(asked.query)).toBe(search);
    const name = asked.ok ? describeQuery(asked.query) : "";
    const links = subscribeLinks(`https://calendar.example.org/events.ics${search}`, `Rust events: ${name}`);
    for (const link of Object.values(links)) expect(link?.length ?? 256).toBeLessThan(256);
  });

  test("contain the start of a long name, without splitting characters", () => {
    const { outlook } = subscribeLinks(`${site}/groups/rust.ics`, "👩‍🚀".repeat(50));
    expect(decodeURIComponent(outlook!.split("&name=")[1]!)).toMatch(/^(👩‍🚀)+(👩|👩‍)?$/u);
  });

  test("are null if the URL itself is too long", () => {
    const long = `${site}/groups/${"x".repeat(190)}.ics`;
    expect(subscribeLinks(long, "x")).toEqual({
      https: long,
      webcal: `webcal${long.slice(5)}`,
      google: null,
      outlook: null,
    });
    expect(subscribeLinks(`${site}/groups/${"x".repeat(260)}.ics`, "x").webcal).toBeNull();
  });

  test("never have more than 255 characters, for any name", () => {
    fc.assert(
      fc.property(oddText, fc.stringMatching(/^[a-z-]{0,260}$/), (name, slug) => {
        const { https: _, ...links } = subscribeLinks(`${site}/groups/${slug}.ics`, name);
        for (const link of Object.values(links)) expect(link?.length ?? 0).toBeLessThan(256);
      }),
    );
  });
});
