import { describe, expect, test } from "vitest";
import { ALL_EVENTS, listFeeds, REGION_FEEDS, titleOf } from "../src/feeds.ts";
import { dataSet, event } from "./render/events.ts";

describe("feeds", () => {
  const groups = [
    { slug: "rust-zurich", name: "Rust Zürich", url: null },
    { slug: "rust-berlin", name: "Rust Berlin", url: null },
  ];
  const feeds = listFeeds(dataSet([event({ groups })]));

  test("are all events, the seven regions and every group", () => {
    expect(feeds.map(({ path }) => path)).toEqual([
      "/events",
      "/regions/virtual",
      "/regions/africa",
      "/regions/asia",
      "/regions/europe",
      "/regions/north-america",
      "/regions/oceania",
      "/regions/south-america",
      "/groups/rust-berlin",
      "/groups/rust-zurich",
    ]);
  });

  test("have a query that their filter parameter could ask", () => {
    expect(feeds.at(-1)).toEqual({
      kind: "group",
      slug: "rust-zurich",
      title: "Rust Zürich",
      path: "/groups/rust-zurich",
      query: { group: ["rust-zurich"] },
      lastSeen: "2026-03-04",
    });
    expect(REGION_FEEDS[0]?.query).toEqual({ region: ["virtual"] });
  });

  test("are named after their filters", () => {
    expect(titleOf(ALL_EVENTS, {})).toBe("Rust events");
    expect(titleOf(ALL_EVENTS, { country: ["DE"] })).toBe("Rust events: DE");
  });
});
