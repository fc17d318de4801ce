import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import type { CallRecord } from "../../src/model/call.ts";
import type { EventRecord } from "../../src/model/event.ts";
import { dataSet, event } from "../render/events.ts";
import { appOver, TODAY } from "./service.ts";

const HOSTILE = `<script>alert(1)</script> & "quotes"`;

/** A conference on a site of its own. */
const conference = (id: string, title: string, start: string, given: Partial<EventRecord> = {}) =>
  event({ id, title, start, end: given.end ?? start, groups: [], url: `https://${id}.example/`, ...given });

/** The call of the event `event` that closes on `closes`. */
const callOf = (event: string | null, closes: string | null, given: Partial<CallRecord> = {}): CallRecord => ({
  id: `c${event}`,
  name: event ?? "Call",
  url: "https://cfp.example/",
  site: null,
  closes,
  closesAt: null,
  rolling: false,
  extended: false,
  extendedFrom: null,
  start: null,
  end: null,
  mode: null,
  places: [],
  created: "2026-02-04",
  updated: "2026-02-04",
  lastListed: "2026-03-04",
  event,
  listings: [],
  history: [],
  ...given,
});

const app = appOver(
  dataSet(
    [
      conference("latam", "Rust LATAM Conference", "2020-11-07"),
      conference("rustfest", "RustFest Zürich", "2017-09-30", { end: "2017-10-03" }),
      conference("eurorust", "EuroRust 2026", "2026-10-14", { end: "2026-10-17" }),
      conference("closed", "RustLab 2026", "2026-11-01"),
      conference("rolling", "Rust Forge", "2026-08-27"),
      conference("off", "RustCon Asia", "2026-06-01", { status: "cancelled" }),
      conference("hostile", `${HOSTILE} Conference`, "2026-06-02", { url: "javascript:alert(1)" }),
      event({ id: "meetup", title: "Rust Berlin Meetup" }),
    ],
    {
      calls: [
        callOf("eurorust", "2026-05-04", { extended: true, extendedFrom: "2026-04-27" }),
        callOf("closed", "2026-03-04"),
        callOf("rolling", null, { rolling: true }),
        callOf("hostile", "2026-04-01", {
          closesAt: "2026-04-02T06:59:00Z",
          url: "javascript:alert(1)",
          name: HOSTILE,
        }),
        callOf(null, "2026-03-05", { name: "Closes today" }),
      ],
    },
  ),
);

const pageAt = async (path: string): Promise<string> => {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  return response.text();
};

/** The text of `html` without markup, white space collapsed. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");

describe("the page of a conference", () => {
  test.each([
    ["eurorust", "Call for papersopen until 4 May 2026, anywhere on earth · extended · submit a talk"],
    ["closed", "Call for papersclosed on 4 March 2026, anywhere on earth · page of the call"],
    ["rolling", "Call for papersopen · talks are accepted as they come in · submit a talk"],
    ["hostile", "Call for papersopen until 2 April 2026, 06:59 UTC · submit a talk"],
  ])("%s shows its call for papers", async (id, expected) => {
    const page = await pageAt(`/events/${id}`);
    expect(textOf(page)).toContain(expected);
    expect(page).not.toContain('href="javascript:');
  });

  test("without a call shows none", async () => {
    expect(await pageAt("/events/rustfest")).not.toContain("Call for papers");
  });
});

describe("the home page", () => {
  test("shows the next conferences, without cancelled ones", async () => {
    const page = await pageAt("/");
    const section = page.slice(page.indexOf('id="conferences"'), page.indexOf('id="cfps"'));
    expect([...section.matchAll(/href="\/events\/(\w+)"/g)].map(([, id]) => id)).toEqual([
      "hostile",
      "rolling",
      "eurorust",
      "closed",
    ]);
    expect(page).not.toContain("<script>alert(1)");
  });

  test("shows the calls that close next, by deadline", async () => {
    const page = await pageAt("/");
    const section = page.slice(page.indexOf('id="cfps"'), page.indexOf('id="regions"'));
    expect([...section.matchAll(/datetime="([\d-]+)"/g)].map(([, day]) => day)).toEqual([
      TODAY,
      "2026-04-02",
      "2026-05-04",
    ]);
  });

  test("shows no calls where none is open", async () => {
    expect(await (await appOver().request("/")).text()).not.toContain("Calls for papers");
  });
});

describe("/conferences/{series}", () => {
  test("has all editions, newest first, under headings by year", async () => {
    const page = await pageAt("/conferences/rustfest");
    expect(page).toContain("<h1><bdi>RustFest</bdi></h1>");
    expect([...page.matchAll(/<h2>(\d+)<\/h2>/g)].map(([, year]) => year)).toEqual(["2020", "2017"]);
    expect([...page.matchAll(/href="\/events\/(\w+)"/g)].map(([, id]) => id)).toEqual(["latam", "rustfest"]);
    expect(textOf(page)).toContain("Saturday, 30 September RustFest Zürichuntil Tuesday, 3 October");
    expect(page).toContain('href="https://rustfest.example/"');
    expect(page).toContain(`<link rel="canonical" href="https://site.example/conferences/rustfest">`);
  });

  test("escapes titles and links", async () => {
    const { allowed } = await (await app.request("/conferences/none")).json();
    const slug = allowed.find((each: string) => each.includes("script"));
    const page = await pageAt(`/conferences/${encodeURIComponent(slug)}`);
    expect(page).toContain("&lt;script&gt;alert(1)");
    expect(page).not.toContain("<script>alert(1)");
    expect(page).not.toContain('href="javascript:');
  });

  test("answers an unknown name with those that there are", async () => {
    const response = await app.request("/conferences/rustfst");
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const { near, allowed } = await response.json();
    expect(near[0]).toBe("/conferences/rustfest");
    expect(allowed).toEqual(expect.arrayContaining(["eurorust", "rustfest", "rustlab"]));
  });

  test("refuses parameters", async () => {
    expect((await app.request("/conferences/rustfest?country=DE")).status).toBe(400);
  });

  test("is not sent again while it is the same", async () => {
    const etag = (await app.request("/conferences/rustfest")).headers.get("etag") ?? "";
    const again = await app.request("/conferences/rustfest", { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
  });

  test.each(["/conference/rustfest", "/Conferences/RustFest/"])("is where %s leads to", async (path) => {
    const moved = await app.request(path);
    expect([moved.status, moved.headers.get("location")]).toEqual([301, "/conferences/rustfest"]);
  });

  test("is linked from its editions, and every such link on /conferences answers", async () => {
    expect(await pageAt("/events/latam")).toContain('<a href="/conferences/rustfest">All editions of RustFest</a>');
    expect(await pageAt("/events/meetup")).not.toContain("/conferences/");
    const page = await pageAt("/conferences?from=2014-01-01");
    const links = [...page.matchAll(/href="(\/conferences\/[^"?]+)"/g)].map(([, path]) => path!);
    expect(links).toEqual([
      "/conferences/eurorust",
      "/conferences/rust-forge",
      "/conferences/rustcon-asia",
      "/conferences/rustfest",
      "/conferences/rustlab",
    ]);
    for (const link of links) await pageAt(link);
  });
});

test("/conferences leads to the conferences of each year, with the same filters", async () => {
  const page = await pageAt("/conferences?region=europe&days=30");
  const years = [...page.matchAll(/href="([^"]+)">(20\d\d)<\/a>/g)].map(([, path, year]) => [path, year]);
  expect(years.map(([, year]) => year)).toEqual(Array.from({ length: 13 }, (_, at) => String(2026 - at)));
  const [path] = years.find(([, year]) => year === "2017")!;
  expect(path).toBe("/conferences?region=europe&amp;from=2017-01-01&amp;to=2017-12-31");
  expect(await pageAt(path!.replaceAll("&amp;", "&"))).toContain('href="/events/rustfest"');
});

test.each(["/", "/conferences?from=2014-01-01", "/conferences/rustfest", "/events/eurorust", "/events/hostile"])(
  "%s is valid HTML",
  async (path) => {
    const judge = new HtmlValidate({ extends: ["html-validate:standard"], rules: { "doctype-style": "off" } });
    const { results } = await judge.validateString(await pageAt(path));
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => [ruleId, message]))).toEqual([]);
  },
);
