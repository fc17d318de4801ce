import { parseAtomFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { changesSchema } from "../../src/render/changes/schema.ts";
import { dataSet, event } from "../render/events.ts";
import { appOver, SITE } from "./service.ts";

const issue = { issue: "2026-03-04", number: 640, file: "", blob: "", listings: 1 };
const moved = event({
  id: "moved",
  history: [
    {
      issue: "2026-03-06",
      field: "time",
      from: "19:00–21:30 Europe/Berlin",
      to: "18:00–21:30 Europe/Berlin",
      source: "meetup",
    },
  ],
});
const gone = event({
  id: "gone",
  history: [
    { issue: "2026-03-06", field: "calendar", from: null, to: "missing", source: "luma" },
    { issue: "2026-03-07", field: "calendar", from: "missing", to: null, source: "luma" },
  ],
});
const app = appOver(dataSet([moved, gone], { issues: [issue], newestIssue: "2026-03-04" }));
const printed = appOver(dataSet([event({ id: "moved" })], { issues: [issue], newestIssue: "2026-03-04" }));

const textAt = async (path: string, from = app) => (await from.request(path)).text();

describe("/changes with changes from organisers' calendars", () => {
  test("contains in JSON the URL of the day and the source of each change", async () => {
    const body = changesSchema.parse(JSON.parse(await textAt("/changes.json")));
    expect(body.issues.map(({ issue: day, number, url }) => [day, number, url])).toEqual([
      ["2026-03-07", null, `${SITE.url}/changes?from=2026-03-07&to=2026-03-07`],
      ["2026-03-06", null, `${SITE.url}/changes?from=2026-03-06&to=2026-03-06`],
      ["2026-03-04", 640, "https://this-week-in-rust.org/blog/2026/03/04/this-week-in-rust-640/"],
    ]);
    expect(
      body.issues[1]?.events.map(({ id, kinds, changes }) => [id, kinds, changes.map(({ source }) => source)]),
    ).toEqual([
      ["moved", ["rescheduled"], ["meetup"]],
      ["gone", ["missing"], ["luma"]],
    ]);
    const alone = JSON.parse(await textAt(new URL(body.issues[0]!.url).search.replace(/^/, "/changes.json")));
    expect(alone.issues).toEqual([body.issues[0]]);
  });

  test("has no source for changes by the newsletter", async () => {
    expect(await textAt("/changes.json", printed)).not.toContain("source");
  });

  test("is an Atom feed with one entry per event and day", async () => {
    const xml = await textAt("/changes.atom");
    const { entries = [], updated } = parseAtomFeed(xml);
    const ids = entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    expect(ids.slice(0, 3)).toEqual([
      "tag:uid.example,2026:event/gone/changes/2026-03-07",
      "tag:uid.example,2026:event/moved/changes/2026-03-06",
      "tag:uid.example,2026:event/gone/changes/2026-03-06",
    ]);
    expect(updated).toBe("2026-03-07T00:00:00Z");
    expect(entries.map(({ title }) => title?.value)).toEqual([
      "In the organiser's calendar again: Hack and Learn (2026-03-10)",
      "New time: Hack and Learn (2026-03-10)",
      "No longer in the organiser's calendar: Hack and Learn (2026-03-10)",
      "New: Hack and Learn (2026-03-10)",
      "New: Hack and Learn (2026-03-10)",
    ]);
    const contents = entries.map(({ content }) => content?.value ?? "");
    expect(contents[1]).toContain(
      "time: 19:00–21:30 Europe/Berlin → 18:00–21:30 Europe/Berlin, according to the group&#39;s Meetup calendar",
    );
    expect(contents[2]).toContain("No longer in the group&#39;s Luma calendar");
    expect(contents[0]).toContain("Found again in the group&#39;s Luma calendar");
    expect(contents.map((content) => /read on \d+ March 2026/.exec(content)?.[0])).toEqual([
      "read on 7 March 2026",
      "read on 6 March 2026",
      "read on 6 March 2026",
      undefined,
      undefined,
    ]);
    const via = entries.map(({ links = [] }) => links.find(({ rel }) => rel === "via")?.href);
    expect(via[1]).toBe(`${SITE.url}/changes?from=2026-03-06&to=2026-03-06`);
    expect(via[3]).toContain("this-week-in-rust-640");
  });

  test("keeps ids and entries when calendars are read again", async () => {
    const again = { ...gone, history: [...gone.history, { ...gone.history[0]!, issue: "2026-03-08" }] };
    const later = appOver(dataSet([moved, again], { issues: [issue], newestIssue: "2026-03-04" }));
    const entriesOf = (xml: string) => xml.match(/<entry>[\s\S]*?<\/entry>/g) ?? [];
    const [before, after] = [await textAt("/changes.atom"), await textAt("/changes.atom", later)].map(entriesOf);
    expect(after).toHaveLength(6);
    expect(after?.slice(1)).toEqual(before);
  });

  test("is a page that links to the newsletter only for its issues", async () => {
    const page = await textAt("/changes");
    expect(page).toContain(
      '<h2 id="read-2026-03-06">Organisers&#39; calendars, read on <time datetime="2026-03-06">6 March 2026</time></h2>',
    );
    expect(page).toContain("Changes by each issue of the newsletter, and by organisers&#39; calendars. Follow");
    expect(page.match(/this-week-in-rust\.org\/blog/g)).toHaveLength(1);
    const day = await textAt("/changes?from=2026-03-06&to=2026-03-06");
    expect(day).not.toContain("this-week-in-rust.org/blog");
    expect(await textAt("/changes", printed)).toContain("Changes by each issue of the newsletter. Follow");
  });

  test("has the Last-Modified of the last reading", async () => {
    const stamp = async (from: typeof app) => (await from.request("/changes.json")).headers.get("last-modified") ?? "";
    expect(new Date(await stamp(app)).toISOString()).toMatch(/^2026-03-06/);
    expect(new Date(await stamp(printed)).toISOString()).toMatch(/^2026-03-03/);
  });
});
