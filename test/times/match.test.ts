import { describe, expect, it } from "vitest";
import { calendar } from "./replay/answer.ts";
import { meetupCalendar, meetupUrl } from "./replay/meetup.ts";
import { hosts, hour, own, rules, SLUG } from "./sampleville.ts";
import { listed, world } from "./world.ts";

const server = hosts();
const page = (id: string, group = SLUG) => `https://www.meetup.com/${group}/events/${id}/`;

describe("matching", () => {
  it("matches by the id in the address, even if the group was renamed", async () => {
    const it = world(server, [listed({ url: page("399900101", "former-name") })]);
    const renamed = meetupCalendar({ slug: SLUG, zone: "Europe/Berlin", events: [own] });
    server.set(meetupUrl("former-name"), { status: 301, headers: { location: meetupUrl(SLUG) } });
    server.set(meetupUrl(SLUG), calendar(renamed));
    await it.read();
    expect(hour(it.one())).toBe("2026-11-12T19:00:00/2026-11-12T21:30:00");
  });

  it("matches the only event and the only entry of a day, and keeps both ids", async () => {
    const it = world(server, [listed()]);
    server.plan({ ...own, id: "fgkdltyjcpbqb" });
    await it.read();
    expect(hour(it.one())).toBe("2026-11-12T19:00:00/2026-11-12T21:30:00");
    server.plan(own);
    await it.read(24);
    expect(it.times?.events[0]?.ids).toEqual(["meetup.com/events/399900101", "meetup.com/events/fgkdltyjcpbqb"]);
    expect(it.one()).toMatchObject({ revision: 1, history: [] });
  });

  it("matches neither of two entries on the same day", async () => {
    const it = world(server, [listed()]);
    server.plan({ ...own, id: "399900201" }, { ...own, id: "399900202", start: "2026-11-12T10:00:00" });
    await it.read();
    expect(it.one()).toEqual(listed());
    expect(rules(it)).toEqual(["two-candidates"]);
  });

  it("matches neither of two events on the same day", async () => {
    const it = world(server, [listed(), listed({ id: "other", url: page("399900102") })]);
    server.plan({ ...own, id: "399900201" });
    await it.read();
    expect(it.served().map(({ allDay }) => allDay)).toEqual([true, true]);
  });

  it("does not match by day if the entry is another known event", async () => {
    const it = world(server, [listed(), listed({ id: "old", start: "2025-11-12", url: page("399900102") })]);
    server.plan({ ...own, id: "399900102" });
    await it.read();
    expect(it.one()).toEqual(listed());
  });

  it("matches both events if one gathering is listed under two groups", async () => {
    const groups = [{ slug: "other", name: "Other", url: null }];
    const it = world(server, [listed(), listed({ id: "twin", groups })]);
    server.plan(own, own);
    await it.read();
    expect(it.served().map(hour)).toEqual(Array(2).fill("2026-11-12T19:00:00/2026-11-12T21:30:00"));
  });

  it("requires the group's title token, if there is one", async () => {
    const organisers = { meetup: [{ url: `https://www.meetup.com/${SLUG}`, required_title_token: "Rust" }] };
    const it = world(server, [listed()], { organisers });
    server.plan({ ...own, id: "399900201", title: "Trusted crusts" });
    await it.read();
    expect(it.one().allDay).toBe(true);
    server.plan({ ...own, id: "399900201", title: "Evening (RUST)" });
    await it.read(24);
    expect(it.one().allDay).toBe(false);
  });

  it("matches entries of a page with two events by day, and ignores a third day", async () => {
    const it = world(server, [listed(), listed({ id: "later", start: "2026-11-26" })]);
    server.plan({ ...own, start: "2026-11-26T18:00:00", end: null });
    await it.read();
    expect(it.served().map(({ allDay }) => allDay)).toEqual([true, false]);
    server.plan({ ...own, start: "2026-11-19T18:00:00", end: null });
    await it.read(24);
    await it.read(24);
    expect(it.served().map(({ start }) => start)).toEqual(["2026-11-12", "2026-11-26"]);
    expect(it.one("later").time?.start).toBe("2026-11-26T18:00:00");
  });
});
