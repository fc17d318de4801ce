import { describe, expect, test } from "vitest";
import { ALL_EVENTS } from "../../src/feeds.ts";
import { editionOf } from "../../src/http/edition.ts";
import { pageNotes } from "../../src/http/page-notes.ts";
import { snapshotOf } from "../../src/http/snapshot.ts";
import { dataSet, event } from "../render/events.ts";
import { DATA } from "./service.ts";

describe("additional information on pages", () => {
  test("includes all countries of the filter form", () => {
    expect(pageNotes(snapshotOf(editionOf(DATA)), ALL_EVENTS)).toEqual({ countries: ["CH", "DE"] });
    expect(pageNotes(snapshotOf(editionOf(dataSet([]))), ALL_EVENTS)).toEqual({ countries: [] });
  });

  test("includes a group's page, cadence and last issue", () => {
    const starts = ["2026-01-07", "2026-01-14", "2026-01-21", "2026-01-28", "2026-02-04"];
    const snapshot = snapshotOf(editionOf(dataSet(starts.map((start) => event({ start })))));
    const [feed = ALL_EVENTS] = snapshot.feeds.find("groups", "rust-berlin");
    expect(pageNotes(snapshot, feed)).toEqual({
      group: { url: "https://groups.example/rust-berlin", cadence: "weekly", lastSeen: "2026-03-04" },
    });
  });
});
