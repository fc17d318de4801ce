import { afterAll, beforeAll, expect, it } from "vitest";
import { fileStore } from "../../src/adapters/store/file.ts";
import { createAsk } from "../../src/adapters/times/ask-node.ts";
import type { DataSet } from "../../src/model/event.ts";
import type { TimesData } from "../../src/model/times.ts";
import { joinTimes } from "../../src/times/join.ts";
import { readOrganisers } from "../../src/times/organisers.ts";
import { readTimes } from "../../src/times/run.ts";
import { archive } from "../archive.ts";
import { comingOf, hourOf, type Organisers, playOrganisers } from "./newest.ts";
import { type Replay, replay } from "./replay/server.ts";

/** The newest issue of the data set, with a calendar made up for each of its groups. */
let server: Replay;
let data: DataSet;
let organisers: Organisers;
let times: TimesData | null = null;
beforeAll(async () => {
  server = await replay();
  data = await fileStore("data/events.json").read();
  organisers = playOrganisers(server, comingOf(data));
});
afterAll(() => server.close());

async function read(hours: number) {
  let now = Date.parse(`${data.newestIssue}T12:00:00Z`) + hours * 3_600_000;
  const report = await readTimes({
    data,
    times,
    organisers: readOrganisers(organisers),
    ask: createAsk({ userAgent: "twir-calendar/test", via: server.via }),
    wait: async (ms) => {
      now += ms;
    },
    now: () => now,
  });
  times = report.times;
  return report;
}

it("reads the start time of every event on Meetup, Luma and hasgeek, with one request per calendar", async () => {
  const { share, readings } = await read(0);
  const coming = comingOf(data);
  const there = coming.filter(({ url }) => /^https:\/\/(www\.meetup|luma|hasgeek)\.com\//.test(url ?? ""));
  expect(share).toMatchObject({ coming: coming.length, timed: there.length });
  const asked = server.log.map(({ host, path }) => `https://${host}${path}`);
  expect(new Set(asked).size).toBe(asked.length);
  const robots = asked.filter((url) => url.endsWith("/robots.txt"));
  expect(asked.length - robots.length).toBe(readings.length);
  expect(new Set(server.log.map(({ host }) => host))).toEqual(new Set(["api.lu.ma", "hasgeek.com", "www.meetup.com"]));
});

it.runIf(archive)("those are at least 88 % of all that the archive's newest issue has ahead", () => {
  expect(times?.shares).toHaveLength(1);
  expect(times?.shares[0]).toBeGreaterThanOrEqual(88);
});

it("gives each event the start time in its own calendar", () => {
  const served = comingOf(joinTimes(data, times)).filter(({ time }) => time !== undefined);
  expect(served.length).toBeGreaterThan(40);
  expect(served.filter((event) => Number(event.time?.start.slice(11, 13)) !== hourOf(event))).toEqual([]);
});

it("requests no calendar again within 20 hours, and unchanged calendars change nothing", async () => {
  const asked = server.log.length;
  await read(19.8);
  expect(server.log.length).toBe(asked);
  const before = joinTimes(data, times);
  await read(20.5);
  expect(server.log.length).toBeGreaterThan(asked);
  expect(joinTimes(data, times)).toEqual(before);
});
