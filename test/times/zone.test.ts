import { describe, expect, it } from "vitest";
import { calendar } from "./replay/answer.ts";
import { lumaCalendar, lumaHistory, lumaUrl } from "./replay/luma.ts";
import { hosts, own, rules } from "./sampleville.ts";
import { listed, world } from "./world.ts";

const server = hosts();

describe("zone", () => {
  it.each([
    ["in the gap, by the offset before it", "2026-03-29T02:30:00", "2026-03-29T01:30:00Z", "2026-03-29T03:30:00"],
    ["in the overlap, the first pass", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z", "2026-10-25T02:30:00"],
  ])("%s", async (_what, start, startsAt, local) => {
    const day = start.slice(0, 10);
    const it = world(server, [listed({ start: day, end: day })]);
    it.tick((Date.parse(`${day}T12:00:00Z`) - Date.parse("2026-11-01T12:00:00Z")) / 3_600_000 - 48);
    server.plan({ ...own, start, end: null });
    await it.read();
    expect(it.one()).toMatchObject({ startsAt, time: { start: local } });
  });

  it("uses a zone other than that of the place, and reports it", async () => {
    const it = world(server, [listed()]);
    server.plan({ ...own, zone: "America/New_York" });
    await it.read();
    expect(it.one()).toMatchObject({ timeZone: "America/New_York", startsAt: "2026-11-13T00:00:00Z" });
    expect(rules(it)).toEqual(["zone-differs"]);
  });

  const luma = { calendar_url: "https://luma.com/rust-sampleville", calendar_id: "cal-Example1" };
  const there = { url: "https://luma.com/aaaa0002", groups: [{ slug: "s", name: "S", url: luma.calendar_url }] };
  const lumaPlan = (start: string, end: string) =>
    server.set(
      lumaUrl(luma.calendar_id),
      calendar(lumaCalendar({ name: "S", events: [{ slug: "aaaa0002", id: "AAAA2", start, end }] })),
    );

  it("shows an instant in the zone of the event's place", async () => {
    const it = world(server, [listed(there)], { organisers: { luma: [luma] } });
    lumaPlan("2026-11-12T17:00:00Z", "2026-11-12T19:00:00Z");
    await it.read();
    expect(it.one().time).toMatchObject({ start: "2026-11-12T18:00:00", timeZone: "Europe/Berlin" });
  });

  it("shows an instant in UTC without a place, even if that is another day", async () => {
    const online = listed({ ...there, mode: "virtual", places: [], timeZone: null });
    const it = world(server, [online], { organisers: { luma: [luma] } });
    lumaPlan("2026-11-13T01:00:00Z", "2026-11-13T02:00:00Z");
    await it.read();
    expect(it.one()).toMatchObject({ start: "2026-11-12", startsAt: "2026-11-13T01:00:00Z", timeZone: null });
    expect(it.one().time).toMatchObject({ start: "2026-11-13T01:00:00", timeZone: null });
  });

  it("reads a history of 2,700 events completely", async () => {
    const it = world(server, [listed(there)], { organisers: { luma: [luma] }, limitMs: 5_000 });
    const events = [
      ...lumaHistory(2_700, "2026-10-01"),
      { slug: "aaaa0002", id: "AAAA2", start: "2026-11-12T17:00:00Z", end: "2026-11-12T19:00:00Z" },
    ];
    server.set(lumaUrl(luma.calendar_id), calendar(lumaCalendar({ name: "S", events })));
    const { readings } = await it.read();
    expect(readings[0]).toMatchObject({ outcome: "read", entries: 2_701, matched: 1 });
  });
});
