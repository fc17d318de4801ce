import { describe, expect, test } from "vitest";
import type { EventRecord } from "../../../src/model/event.ts";
import { FORMATS } from "../../../src/render/formats.ts";
import { htmlRenderer } from "../../../src/render/html/renderer.ts";
import type { Head } from "../../../src/render/renderer.ts";
import { event } from "../events.ts";
import { headOf, linksOf, textOf } from "./head.ts";

const renderer = htmlRenderer({ url: "https://site.example" });
const decoder = new TextDecoder();

function listOf(events: readonly EventRecord[], head: Head = headOf("/events", { total: events.length })): string {
  return decoder.decode(renderer.list(head, events).bytes);
}

describe("the events of a list", () => {
  test("are grouped by month and day, with the weekday", () => {
    const page = listOf([
      event({ id: "a", start: "2026-03-31", title: "Last of March" }),
      event({ id: "b", start: "2026-04-01", title: "First of April" }),
      event({ id: "c", start: "2026-04-01", title: "Second of April" }),
    ]);
    expect(textOf(page)).toMatch(
      /March 2026 Tuesday, 31 March Last of March.*April 2026 Wednesday, 1 April First of April.*Second of April/,
    );
    expect(page.match(/<time datetime="2026-04-01">/g)).toHaveLength(1);
    expect(page.match(/<h2>April 2026/g)).toHaveLength(1);
  });

  test.each<[string, Partial<EventRecord>, string]>([
    ["place", {}, "In person · Berlin, Germany · Rust Berlin · Event page on events.example"],
    ["online, from a place", { mode: "virtual" }, "Online (from Berlin, Germany) · Rust Berlin"],
    ["online, from nowhere", { mode: "virtual", places: [] }, "Online · Rust Berlin"],
    ["hybrid", { mode: "hybrid" }, "Hybrid · Berlin, Germany"],
    ["no place, no mode", { mode: null, places: [] }, "Hack and Learn Rust Berlin"],
    ["several days", { end: "2026-03-12" }, "until Thursday, 12 March · In person"],
    ["cancelled", { status: "cancelled", state: "cancelled" }, "Hack and Learn Cancelled In person"],
    ["postponed", { status: "postponed" }, "Hack and Learn Postponed In person"],
    ["unlisted", { state: "unlisted" }, "Hack and Learn No longer listed In person"],
    [
      "moved",
      { history: [{ issue: "2026-03-04", field: "start", from: "2026-03-09", to: "2026-03-10" }] },
      "Hack and Learn Moved from Monday, 9 March 2026 In person",
    ],
  ])("say in words what is known: %s", (_what, given, text) => {
    const page = textOf(listOf([event(given)]));
    expect(page).toContain(text);
  });

  test("link to their pages, their groups and their external page", () => {
    const links = linksOf(listOf([event({ id: "a b/ü", groups: [{ slug: "ruststämme", name: "x", url: null }] })]));
    expect(links).toContain("/events/a%20b%2F%C3%BC");
    expect(links).toContain("/groups/rustst%C3%A4mme");
    expect(links).toContain("https://events.example/hack-and-learn");
  });

  test("that are over are collapsed, newest first, and separate from upcoming ones", () => {
    const page = listOf([
      event({ id: "a", start: "2026-02-01", title: "Older" }),
      event({ id: "b", start: "2026-03-04", title: "Newer" }),
      event({ id: "c", start: "2026-03-04", end: "2026-03-05", title: "Last day" }),
      event({ id: "d", start: "2026-03-05", title: "Today" }),
    ]);
    const [ahead = "", over = ""] = page.split("Past events");
    expect(textOf(ahead)).toMatch(/2 upcoming events · 2 past .*Last day.*Today/);
    expect(textOf(over)).toMatch(/2 events of the last 90 days.*March 2026.*Newer.*February 2026.*Older/);
    expect(over).toContain("<details><summary>");
  });

  test("keep their order in the archive, and are not collapsed if there are no others", () => {
    const events = [event({ id: "a", start: "2015-02-01", title: "Older" }), event({ id: "b", start: "2015-03-04" })];
    const page = listOf(events, headOf("/events?from=2015-01-01&to=2015-12-31", { total: 2 }));
    expect(textOf(page)).toMatch(/Older.*Hack and Learn/);
    expect(page).toContain("<details open><summary>2 events<");
    expect(page).not.toContain("announced");
  });
});

describe("a list", () => {
  test.each([
    ["/groups/rust-berlin", "/groups/rust-berlin?from=2014-01-01"],
    ["/events?country=CH", "/events?country=CH&from=2014-01-01"],
  ])("without events, %s, says where else to look", (path, archive) => {
    const page = listOf([], headOf(path));
    expect(textOf(page)).toContain("There are no upcoming events");
    expect(linksOf(page)).toEqual(expect.arrayContaining([archive, "/regions/virtual", "/events"]));
    expect(linksOf(page).some((link) => link.startsWith("webcal://"))).toBe(true);
  });

  test("of past days does not offer new events", () => {
    const page = textOf(listOf([], headOf("/events?from=2015-01-01&to=2015-01-02")));
    expect(page).toContain("There are no events on these days");
    expect(page).not.toContain("announced");
  });

  test("offers subscriptions to exactly what it shows, with filters", () => {
    const page = listOf(
      [event()],
      headOf("/events?region=europe&country=DE,CH", { title: "Rust events: Europe · DE" }),
    );
    const links = linksOf(page);
    expect(links).toContain("webcal://site.example/events.ics?region=europe&country=DE,CH");
    const google = links.find((link) => link.includes("calendar.google.com/calendar/r?cid="));
    expect(new URL(google ?? "").searchParams.get("cid")).toBe(
      "webcal://site.example/events.ics?region=europe&country=DE,CH",
    );
    const outlook = new URL(links.find((link) => link.includes("outlook.live.com")) ?? "").searchParams;
    expect(outlook.get("url")).toBe("https://site.example/events.ics?region=europe&country=DE,CH");
    expect(outlook.get("name")).toBe("Rust events: Europe · DE");
    expect(page).toContain('value="https://site.example/events.ics?region=europe&amp;country=DE,CH"');
    for (const format of FORMATS) expect(links).toContain(`/events.${format}?region=europe&country=DE,CH`);
  });

  test("with a long URL is only offered to programs that accept it", () => {
    const long = listOf([], headOf(`/events?q=${"x".repeat(190)}`));
    expect(long).not.toContain("calendar/r?cid=");
    expect(long).toContain("webcal://");
    const longer = listOf([], headOf(`/events?q=${"x".repeat(240)}`));
    expect(longer).not.toMatch(/webcal:|calendar\/r\?cid=|addfromweb|<ul class="ways">/);
    expect(longer).toContain('value="https://site.example/events.ics?q=xxx');
  });

  test("of a site without a public address offers only links that work", () => {
    const page = listOf([event()], headOf("/events?region=europe", { total: 1 }, ""));
    expect(page).not.toMatch(/webcal|calendar\.google|outlook|rel="canonical"|og:url|site\.invalid/);
    expect(linksOf(page)).toContain("/events.ics?region=europe");
  });

  test("links to the next page and back to the first one", () => {
    const next = "https://site.example/events?limit=1&cursor=next";
    const middle = listOf([event()], headOf("/events?limit=1&cursor=now", { total: 3, next }));
    expect(linksOf(middle)).toEqual(expect.arrayContaining(["/events?limit=1&cursor=next", "/events?limit=1"]));
    expect(textOf(middle)).toContain("1 of 3 on this page");
    expect(listOf([event()])).not.toContain("Parts of the list");
  });

  test("of a group shows its page, its cadence and when it was last listed", () => {
    const group = { url: "https://groups.example/rust-berlin", cadence: "every two weeks", lastSeen: "2026-03-04" };
    const page = listOf([event()], headOf("/groups/rust-berlin", { group }));
    expect(textOf(page)).toContain("The group on groups.example · meets every two weeks · last listed 4 March 2026");
    expect(linksOf(page)).not.toContain("/groups/rust-berlin");
  });
});

describe("the filter form", () => {
  test("shows the current filters, and preserves parameters without a field", () => {
    const head = headOf("/events?region=europe&city=berlin-de&mode=hybrid&from=2026-01-01&q=a%20%22b%22&cursor=c");
    const page = listOf([], { ...head, countries: ["DE", "CH"] });
    expect(page).toContain('<option value="europe" selected>Europe</option>');
    expect(page).toContain('<option value="hybrid" selected>Hybrid</option>');
    expect(page).toContain('value="a &quot;b&quot;"');
    expect(page).toContain('type="date" value="2026-01-01"');
    expect(page).toContain('<input type="hidden" name="city" value="berlin-de">');
    expect(page).not.toContain('name="cursor"');
    expect(textOf(page)).toContain("AnyGermanySwitzerland");
  });

  test("preserves starts and online", () => {
    const search = "starts=17:00-22:30&tz=Europe/Berlin&weekday=tue,wed&timed=only&online=include";
    const page = listOf([], headOf(`/events?${search}`));
    for (const [name, value] of new URLSearchParams(search))
      expect(page).toContain(`<input type="hidden" name="${name}" value="${value}">`);
  });

  test("keeps a combination of values that it cannot create itself", () => {
    const page = listOf([], { ...headOf("/events?country=CH,DE"), countries: ["CH", "DE"] });
    expect(page).toContain('<option value="CH,DE" selected>CH,DE</option>');
  });

  test("is only on the list of all events", () => {
    expect(listOf([])).toContain("<form");
    expect(listOf([], headOf("/regions/europe"))).not.toContain("<form");
  });
});
