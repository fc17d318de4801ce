import { expect } from "vitest";
import { addDays, type LocalDate } from "../../../src/model/date.ts";
import type { EventRecord } from "../../../src/model/event.ts";
import type { TimesData } from "../../../src/model/times.ts";
import { vevent } from "../../../src/render/ics/event.ts";
import type { Ask } from "../../../src/times/ask.ts";
import { joinTimes } from "../../../src/times/join.ts";
import { readOrganisers } from "../../../src/times/organisers.ts";
import { readTimes, type TimesReport } from "../../../src/times/run.ts";
import { answersOf } from "./answers.ts";
import { answerTo, calendarAt, type Happening, type Hosts, ORGANISERS, someHappenings } from "./hosts.ts";
import { type Listed, newsletter } from "./newsletter.ts";
import { type Believed, reference, type Shown } from "./reference.ts";
import { type Fault, faulty, type Schedule, type Step } from "./steps.ts";

const HOUR = 3_600_000;
const BEGIN = Date.parse("2026-11-01T12:00:00Z");
const WHOM = readOrganisers(ORGANISERS);

/** How often each thing happened in all schedules: what was tried is worth something only if all of it did. */
export type Counts = Map<string, number>;

/** Lives through a schedule; after every issue and every run all must be as the reference says, and as subscribers expect. */
export async function follow({ after, hidden, steps }: Schedule, counts: Counts): Promise<void> {
  const happenings = someHappenings(dayAt(BEGIN), after);
  const listed = happenings.map(({ host, id, day }, key): Listed => {
    const title = `Evening ${"ABCDEFGHI"[key]}`;
    return { host, key, day, more: key === 8 ? 1 : 0, id, title, cancelled: false, shown: !hidden.includes(key) };
  });
  const paper = newsletter(listed);
  const hosts: Hosts = { happenings, others: new Map(), renamed: new Set() };
  const rules = reference();
  const faults = new Map<string, Fault>();
  let [real, ahead, issue] = [BEGIN, 0, addDays(dayAt(BEGIN), -4)];
  let times: TimesData | null = null;
  let believed: Believed[] = [];
  let askedFor: string[] = [];
  const good = new Map<string, number>();
  let before = new Map<string, Look>();
  const now = () => real + ahead;
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);

  const ask: Ask = async (asked) => {
    const { url } = asked;
    const { host } = new URL(url);
    if (url.endsWith("/robots.txt")) {
      const isClosed = [...faults].some(([of, how]) => how === "robots" && new URL(of).host === host);
      return { kind: "answer", status: isClosed ? 503 : 200, url, type: "", body: "", retryAfterMs: null };
    }
    askedFor.push(url);
    const how = faults.get(url);
    const isEmpty = how === "empty" && !url.includes("hasgeek");
    const seen = isEmpty ? { ...hosts, happenings: emptied(happenings), others: new Map() } : hosts;
    const good = answerTo(asked, seen, dayAt(real));
    if (good === null) return faulty("404", url, "");
    if (how !== undefined && how !== "empty" && how !== "robots") return faulty(how, url, good.answer.body);
    believed.push({ at: now(), url, told: good.told });
    return good.answer;
  };

  async function run(all: boolean): Promise<void> {
    [believed, askedFor] = [[], []];
    const printed = paper.data();
    const text = JSON.stringify(printed);
    real += 1_000;
    const isLeft = faults.size > 0 || times?.hosts.some(({ notBefore }) => notBefore !== null);
    const wanted = new Set(rules.wanted(printed.events, now()));
    const report: TimesReport = await readTimes({
      data: printed,
      times,
      organisers: WHOM,
      ask,
      wait: async () => {},
      now,
      pauseMs: 0,
      all,
    });
    expect((report.times.changed ?? "") >= (times?.changed ?? ""), "hours changed before they did").toBe(true);
    times = report.times;
    expect(JSON.stringify(printed)).toBe(text);
    expect(new Set(askedFor).size).toBe(askedFor.length);
    for (const url of askedFor) {
      expect(wanted).toContain(url);
      const since = now() - (good.get(url) ?? 0);
      if (!all) expect(since >= 20 * HOUR || since < 0, `${url} is asked again after ${since} ms`).toBe(true);
    }
    if (all && !isLeft) expect(askedFor.length).toBe(wanted.size);
    // A failed one may be asked again sooner.
    for (const url of askedFor) good.delete(url);
    for (const { url } of believed) good.set(url, now());
    for (const reading of believed) rules.take(reading, printed.events);
    rules.ends(now(), printed.events);
    for (const { outcome } of report.readings) count(outcome);
    look();
  }

  function publish(): void {
    const today = dayAt(real);
    // An issue a week, or none would be newer than the one before.
    issue = today > issue ? today : addDays(issue, 1);
    real = Math.max(real, Date.parse(`${issue}T12:00:00Z`));
    paper.publish(issue);
    look();
  }

  function look(): void {
    const printed = new Map(paper.data().events.map((event) => [event.id, event]));
    const looks = new Map<string, Look>();
    for (const event of joinTimes(paper.data(), times).events) {
      const last = before.get(event.id);
      const one = lookAt(event, last);
      looks.set(event.id, one);
      const shown = rules.show(printed.get(event.id)!);
      expect({ [event.id]: shownOf(event) }).toEqual({ [event.id]: shown });
      for (const [what, value] of Object.entries(shown)) if (value !== null && value !== false) count(what);
      if (last !== undefined) expectNews(last, one);
    }
    for (const id of before.keys()) expect(looks.has(id)).toBe(true);
    before = looks;
  }

  async function twice(): Promise<void> {
    await run(true);
    const today = dayAt(now());
    const first = await answersOf(paper.data(), times, today);
    const last = times;
    await run(true);
    expect(await answersOf(paper.data(), times, today)).toEqual(first);
    if (last?.events.length) count("twice");
  }

  async function live(step: Step): Promise<void> {
    if (step.kind === "wait") real += step.hours * HOUR;
    else if (step.kind === "clock") ahead = step.days * 24 * HOUR;
    else if (step.kind === "change") changed(happenings[step.which]!, step.what);
    else if (step.kind === "fault") {
      const { host, id } = happenings[step.which]!;
      faults.set(calendarAt(host, id), step.how);
    } else if (step.kind === "group") {
      const { host, day } = happenings[step.which]!;
      hosts.others.set(host, { count: step.others, day: addDays(day, step.shift) });
      if (step.renamed) hosts.renamed.add(host);
      else hosts.renamed.delete(host);
    } else if (step.kind === "issue") {
      for (const { which, what } of step.news) learned(listed[which]!, what, happenings[which]!);
      publish();
    } else {
      if (step.kind === "run") {
        real += step.hours * HOUR;
        await run(step.all);
      } else await twice();
      faults.clear();
    }
  }

  publish();
  for (const step of steps) await live(step);
  expect(paper.data()).toEqual(paper.built());
}

function changed(one: Happening, what: Extract<Step, { kind: "change" }>["what"]): void {
  if ("move" in what) one.day = addDays(one.day, what.move);
  else if ("swap" in what) {
    const name = (text: string) => String.fromCharCode(...[...text].map((digit) => 97 + (digit.charCodeAt(0) % 26)));
    one.id = /^\d/.test(one.id) ? `${name(one.id)}tokens` : String(400_000_000 + hash(one.id));
  } else Object.assign(one, what);
}

function learned(one: Listed, what: string, { day, id }: Happening): void {
  if (what === "as planned") Object.assign(one, { day, id });
  else if (what === "title") one.title += " again";
  else if (what === "cancelled") one.cancelled = true;
  else if (what === "day after") one.day = addDays(one.day, 1);
  else one.shown = what === "shown";
}

const emptied = (some: readonly Happening[]) => some.map((one) => ({ ...one, gone: true }));
const hash = (text: string) => [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 99_999_999, 7);

interface Look {
  readonly event: EventRecord;
  readonly text: string;
  /** What calendar programs see of it. */
  readonly seen: string;
}

function lookAt(event: EventRecord, before: Look | undefined): Look {
  const text = JSON.stringify(event);
  if (before?.text === text) return before;
  const seen = vevent(event, "uid.example").replace(/^(SEQUENCE|DTSTAMP|LAST-MODIFIED):.*\r\n/gm, "");
  return { event, text, seen };
}

/** Subscribers see another event than before where its revision is higher, and only there. */
function expectNews(before: Look, after: Look): void {
  const [was, is] = [before.event, after.event];
  expect(is.revision).toBeGreaterThanOrEqual(was.revision);
  expect(is.updated >= was.updated, `${was.updated} → ${is.updated}`).toBe(true);
  expect([is.revision > was.revision, was.id, before.seen, after.seen]).toEqual([
    before.seen !== after.seen,
    is.id,
    before.seen,
    after.seen,
  ]);
  const [then, later] = [was.changedAt ?? `${was.updated}T00:00:00Z`, is.changedAt ?? `${is.updated}T00:00:00Z`];
  if (is.revision > was.revision) expect(later > then, `${then} → ${later}`).toBe(true);
  else expect(later).toBe(then);
}

function shownOf({ start, end, status, time, calendar }: EventRecord): Shown {
  const { firstDay = null, otherDay = null, printedDay = null, missing = false, stale = null } = calendar ?? {};
  const { source: _, ...hour } = time ?? { source: null };
  return {
    start,
    end,
    status,
    time: time === undefined ? null : (hour as Shown["time"]),
    firstDay,
    otherDay,
    printedDay,
    missing,
    stale,
  };
}

function dayAt(at: number): LocalDate {
  return new Date(at).toISOString().slice(0, 10);
}
