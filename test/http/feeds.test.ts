import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { bareType, FORMATS, type View } from "../../src/render/formats.ts";
import { dataSet, event } from "../render/events.ts";
import { lintCalendar } from "../render/lint.ts";
import { appOver, DATA, idsAt, listAt } from "./service.ts";

const app = appOver();
const FIRST = "2026-03-10-hack-and-learn";

async function calendarAt(path: string): Promise<ICAL.Component> {
  const response = await app.request(path);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(lintCalendar(bytes)).toEqual([]);
  return new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)));
}

describe("event lists", () => {
  test.each<[string, string[]]>([
    ["/events.json", ["2026-03-10-hack-and-learn", "hybrid", "online"]],
    ["/events.json?from=2014-01-01", ["2014", "gone", "2026-03-10-hack-and-learn", "hybrid", "online"]],
    ["/events.json?region=Virtual", ["hybrid", "online"]],
    ["/regions/virtual.json", ["hybrid", "online"]],
    ["/regions/europe.json?region=virtual", ["hybrid"]],
    ["/regions/africa.json", []],
    ["/groups/rust-online.json", ["online"]],
    ["/groups/rust-gone.json", []],
    ["/groups/rust-gone.json?from=2014-01-01", ["gone"]],
    ["/events.json?city=zurich-ch", []],
    ["/events.json?days=20", ["2026-03-10-hack-and-learn", "hybrid"]],
  ])("%s", async (path, ids) => {
    expect(await idsAt(app, path)).toEqual(ids);
    const calendar = await calendarAt(path.replace(".json", ".ics"));
    const uids = calendar.getAllSubcomponents("vevent").map((found) => found.getFirstPropertyValue("uid"));
    expect(uids).toEqual(ids.map((id) => `${id}@uid.example`));
  });

  test("contain their canonical URL and that of the next page", async () => {
    const list = await listAt(app, "/events.json?limit=2&mode=virtual,hybrid,in-person&region=Europe,virtual");
    expect(list.self).toBe(
      "https://site.example/events.json?region=europe,virtual&mode=hybrid,in-person,virtual&limit=2",
    );
    expect(list).toMatchObject({
      total: 3,
      count: 2,
      title: "Rust events: Europe · Virtual · hybrid · in-person · virtual",
    });
    const next = new URL(list.next ?? "");
    expect(await idsAt(app, next.pathname + next.search)).toEqual(["online"]);
    expect((await listAt(app, next.pathname + next.search)).next).toBeNull();
    expect((await app.request("/events.ics?limit=1")).headers.get("link")).toContain('rel="next"');
  });

  test("are the same bytes for any order of the parameters", async () => {
    const [one, two] = await Promise.all([
      app.request("/events.ics?q=rust&region=europe&region=virtual"),
      app.request("/events.ics?region=Virtual,EUROPE&q=Rust"),
    ]);
    expect(await one.text()).toBe(await two.text());
    expect(one.headers.get("etag")).toBe(two.headers.get("etag"));
  });

  test("contain the attribution", async () => {
    const calendar = await calendarAt("/groups/rust-berlin.ics");
    expect(calendar.getFirstPropertyValue("name")).toBe("Rust Berlin");
    expect(calendar.getFirstPropertyValue("source")).toBe("https://site.example/groups/rust-berlin.ics");
  });

  test("have a file name, and links to the licence and to other formats", async () => {
    const { headers } = await app.request("/regions/north-america.ics?country=DE");
    expect(headers.get("content-disposition")).toBe('inline; filename="rust-north-america.ics"');
    const links = (headers.get("link") ?? "").split(", ");
    expect(links[0]).toBe('<https://creativecommons.org/licenses/by-sa/4.0/>; rel="license"');
    const twins = ["html", ...FORMATS].filter((view) => view !== "ics") as View[];
    expect(links.slice(1)).toEqual(
      twins.map((view) => {
        const ending = view === "html" ? "" : `.${view}`;
        const address = `https://site.example/regions/north-america${ending}?country=DE`;
        return `<${address}>; rel="alternate"; type="${bareType(view)}"`;
      }),
    );
  });

  test.each([
    ["/regions/Virtual.ics", "/regions/virtual.ics"],
    ["/regions/online.json?q=x", "/regions/virtual.json?q=x"],
    ["/regions/North%20America.ics", "/regions/north-america.ics"],
    ["/groups/Rust-Berlin.ics", "/groups/rust-berlin.ics"],
  ])("have one address: %s leads to %s", async (path, to) => {
    const response = await app.request(path);
    expect([response.status, response.headers.get("location")]).toEqual([301, to]);
  });

  test("accept the slugs of groups that were joined, in paths and filters", async () => {
    const groups = DATA.groups.map((group) =>
      group.slug === "rust-online" ? { ...group, aliases: ["rust-remote"] } : group,
    );
    const joined = appOver({ ...DATA, groups });
    const bytes = async (path: string) => {
      const response = await joined.request(path);
      return [response.status, response.headers.get("etag"), await response.text()];
    };
    expect(await idsAt(joined, "/groups/rust-remote.json")).toEqual(["online"]);
    for (const view of [".ics", ".json", ""])
      expect(await bytes(`/groups/rust-remote${view}`)).toEqual(await bytes(`/groups/rust-online${view}`));
    expect((await listAt(joined, "/events.json?group=rust-remote")).self).toBe(
      "https://site.example/events.json?group=rust-online",
    );
    expect((await joined.request("/groups/Rust-Remote.ics")).headers.get("location")).toBe("/groups/rust-online.ics");
  });

  test("ignore unusual Accept headers", async () => {
    const response = await app.request("/events.ics", { headers: { accept: "text/x-vcalendar;q=0.1, image/*" } });
    expect(response.status).toBe(200);
  });
});

describe("one event", () => {
  test("is a record with history, sources and licence", async () => {
    const response = await app.request(`/events/${FIRST}.json`);
    const { attribution, license, ...record } = (await response.json()) as Record<string, unknown>;
    expect(record).toEqual({ ...DATA.events.find(({ id }) => id === FIRST), kind: "meetup" });
    expect(attribution).toContain("This Week in Rust");
    expect(license).toBe("https://creativecommons.org/licenses/by-sa/4.0/");
  });

  test("is a calendar with a single event, even if it is long past", async () => {
    const calendar = await calendarAt("/events/2014.ics");
    expect(calendar.getAllSubcomponents("vevent")).toHaveLength(1);
  });

  test("never contains a javascript: link", async () => {
    for (const path of [
      "/events/online.json",
      "/events/online.ics",
      "/events.json",
      "/events.ics",
      "/",
      "/feeds.json",
    ]) {
      expect(await (await app.request(path)).text()).not.toContain("javascript:");
    }
  });
});

describe("a group whose slug is not written in ASCII", () => {
  const slug = "rust-в-минске";
  const other = appOver(dataSet([event({ groups: [{ slug, name: "Rust в Минске", url: null }] })]));
  const path = `/groups/${encodeURIComponent(slug)}`;

  test("has a feed with a percent-encoded URL", async () => {
    for (const asked of [`/groups/${slug}.ics`, `${path}.ics`, `${path}.ics?group=${slug}`]) {
      const response = await other.request(asked);
      expect([asked, response.status]).toEqual([asked, 200]);
      expect(response.headers.get("content-disposition")).toContain(
        `filename*=UTF-8''rust-${encodeURIComponent(slug)}.ics`,
      );
      expect((await response.text()).replaceAll("\r\n ", "")).toContain(
        `SOURCE;VALUE=URI:https://site.example${path}.ics`,
      );
    }
    expect((await listAt(other, `${path}.json`)).self).toBe(`https://site.example${path}.json`);
  });

  test("is listed in the catalogue and on the home page", async () => {
    expect(await (await other.request("/feeds.json")).text()).toContain(`"https://site.example${path}.ics"`);
    expect(await (await other.request("/")).text()).toContain(`href="${path}"`);
  });

  test("is found in any case", async () => {
    const response = await other.request("/groups/RUST-В-Минске.ics");
    expect([response.status, response.headers.get("location")]).toEqual([301, `${path}.ics`]);
  });
});
