import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fileStore } from "../../../src/adapters/store/file.ts";
import type { TimesData } from "../../../src/model/times.ts";
import { dataSet } from "../../render/events.ts";
import { calendar, html } from "../../times/replay/answer.ts";
import { meetupCalendar, meetupUrl } from "../../times/replay/meetup.ts";
import { type Replay, replay } from "../../times/replay/server.ts";
import { listed } from "../../times/world.ts";
import { records, run, scratch } from "./program.ts";

const at = scratch();
const SLUG = "rust-sampleville";
const OTHER = listed({
  id: "other",
  url: "https://www.meetup.com/else/events/399900202/",
  groups: [{ slug: "else", name: "Else", url: null }],
});
let server: Replay;
let round = 0;
beforeAll(async () => {
  server = await replay();
  await fileStore(at.path("events.json")).replace(dataSet([listed(), OTHER]));
});
afterAll(() => server.close());
beforeEach(() => {
  round++;
  server.clear();
  server.log.length = 0;
  plan("2026-11-12T19:00:00");
});

const plan = (start: string) =>
  server.set(
    meetupUrl(SLUG),
    calendar(meetupCalendar({ slug: SLUG, zone: "Europe/Berlin", events: [{ id: "399900101", start }] })),
  );
const TIMES = () => at.path(`times-${round}.json`);
const args = () => ["--data", at.path("events.json"), "--times", TIMES(), "--today", "2026-11-01"];
const times = (...more: readonly string[]) => run(["times", ...args(), "--via", server.via, ...more]);
const stored = (): TimesData => JSON.parse(readFileSync(TIMES(), "utf8"));
const get = (path: string) => run(["get", path, ...args()]);

describe("times", () => {
  test("prints a line for each calendar and a summary, and stores what was read", async () => {
    const { code, stdout, stderr } = await times();
    expect(code).toBe(0);
    expect(stdout.split("\n").slice(0, 2)).toEqual([
      `${meetupUrl("else")}: not-found: HTTP 404`,
      `${meetupUrl(SLUG)}: read: 1 entry, 1 known event`,
    ]);
    expect(stdout).toContain(
      "1 of 2 upcoming events have a start time (50 %); 2 calendars requested: 1 not-found, 1 read\n",
    );
    expect(stderr).toBe(`${meetupUrl("else")}: not-found: HTTP 404\n`);
    expect(stored().events.map(({ event }) => event)).toEqual(["hack"]);
    expect((await get("/events/hack.ics")).stdout).toContain("DTSTART;TZID=Europe/Berlin:20261112T190000\r\n");
    expect((await times()).stdout).toContain("no calendars requested\n");
  });

  test("prints the same as JSON Lines with --json", async () => {
    const { stdout } = await times("--json", "--only", SLUG);
    expect(records(stdout)).toEqual([
      { kind: "meetup", url: meetupUrl(SLUG), groups: [SLUG], outcome: "read", entries: 1, matched: 1, message: null },
      { summary: { coming: 2, timed: 1, percent: 50, asked: 1, outcomes: { read: 1 }, left: 0 } },
    ]);
  });

  test("--dry-run prints what was read of each event, and writes nothing", async () => {
    const { code, stdout } = await times("--dry-run");
    expect(code).toBe(0);
    expect(records(stdout)).toMatchObject([{ event: "hack", time: { start: "2026-11-12T19:00:00" } }]);
    expect(existsSync(TIMES())).toBe(false);
  });

  test("changes only the times of readings if calendars are unchanged", async () => {
    await times();
    const answers = async () => (await get("/events.json")).stdout + (await get("/events.ics")).stdout;
    const [before, read] = [await answers(), stored()];
    await times("--all");
    expect(await answers()).toBe(before);
    expect(stored().events[0]).toEqual({ ...read.events[0], lastRead: stored().events[0]?.lastRead });
  });

  test("exits with 4 if no calendar could be read, and with 0 if none is due", async () => {
    server.set(meetupUrl(SLUG), html("<h1>Just a moment</h1>"));
    expect((await times()).code).toBe(4);
    expect((await times()).code).toBe(0);
  });

  test.each([
    [["--via", "ftp://example.org"], "--via takes an http or https address"],
    [["--today", "2026-02-30"], "--today: "],
    [["--time-limit", "0"], "--time-limit takes a whole number from 1"],
    [["--organisers", "package.json"], "--organisers: package.json: "],
    [["Berlin"], '"times" takes no arguments'],
  ])("exits with 2 for %j", async (wrong, message) => {
    const { code, stderr } = await times(...wrong);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
    expect(server.log).toEqual([]);
  });

  test("rejects an invalid list of organisers, with the position of the error", async () => {
    const list = at.path(`list-${round}.json`);
    writeFileSync(list, JSON.stringify({ luma: [{ calendar_url: "https://luma.com/x", calendar_id: "x" }] }));
    expect(await times("--organisers", list)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("luma.0.calendar_id"),
    });
  });

  test("reports a broken file, serves events as all-day, and does not overwrite the file", async () => {
    await times();
    const broken = readFileSync(TIMES(), "utf8").replace("T19:00:00", "T20:00:00");
    writeFileSync(TIMES(), broken);
    const answer = await get("/events/hack.ics");
    expect(answer.code).toBe(0);
    expect(answer.stdout).toContain("DTSTART;VALUE=DATE:20261112");
    expect(answer.stderr).toMatch(/^warning: .*times-\d+\.json: .*; events are served as all-day\n$/);
    const { code, stderr } = await times("--all");
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringContaining("restore it, or delete it to start over"),
    });
    expect(readFileSync(TIMES(), "utf8")).toBe(broken);
  });

  test("without the file every response is as without start times", async () => {
    const plain = await get("/events.ics");
    expect(plain).toMatchObject({ code: 0, stderr: "" });
    expect(plain.stdout).toContain("DTSTART;VALUE=DATE:20261112");
    expect(plain.stdout).not.toContain("VTIMEZONE");
  });
});
