import { expect, test } from "vitest";
import { dataSet, event } from "../render/events.ts";
import { appOver } from "./service.ts";

const app = appOver(
  dataSet([
    event({ id: "meetup", title: "Rust Berlin Meetup" }),
    event({ id: "conference", title: "EuroRust 2026", start: "2026-10-14", end: "2026-10-17" }),
    event({ id: "recap", title: "EuroRust recap", start: "2026-10-28", end: "2026-10-28" }),
    event({ id: "workshop", title: "EuroRust Workshop: async", start: "2026-10-13", end: "2026-10-13" }),
  ]),
);

const idsAt = async (path: string): Promise<readonly string[]> => {
  const { events } = await (await app.request(path)).json();
  return events.map(({ id }: { readonly id: string }) => id);
};

test("/conferences has the conferences in every format, under its own title", async () => {
  const { title, events } = await (await app.request("/conferences.json")).json();
  expect(title).toBe("Rust conferences");
  expect(events).toMatchObject([{ id: "conference", kind: "conference" }]);
  for (const format of ["ics", "atom", "jsonfeed", "geojson", "csv", "jscal"]) {
    const text = await (await app.request(`/conferences.${format}`)).text();
    expect(text).toContain("EuroRust 2026");
    expect(text).not.toMatch(/recap|Workshop|Berlin Meetup/);
  }
  expect(await (await app.request("/conferences")).text()).toContain("<bdi>Rust conferences</bdi></h1>");
});

test("kind= narrows every list, and is said in its name", async () => {
  expect(await idsAt("/events.json?kind=conference,workshop")).toEqual(["workshop", "conference"]);
  expect(await idsAt("/regions/europe.json?kind=Meetups")).toEqual(["meetup", "recap"]);
  expect(await idsAt("/events.json?kind=hackathon")).toEqual([]);
  expect(await idsAt("/conferences.json?kind=workshop")).toEqual([]);
  const { title } = await (await app.request("/events.json?kind=workshop,conference")).json();
  expect(title).toBe("Rust events: conferences · workshops");
});

test("a kind that there is not is refused with those that there are", async () => {
  const refused = await app.request("/events.ics?kind=party");
  expect(refused.status).toBe(400);
  expect((await refused.json()).errors).toMatchObject([
    { parameter: "kind", value: "party", allowed: ["conference", "workshop", "hackathon", "meetup"] },
  ]);
});

test("the catalogue counts conferences in a calendar of their own", async () => {
  const { feeds } = await (await app.request("/feeds.json")).json();
  const [all, conferences] = feeds;
  expect(all).toMatchObject({ kind: "events", upcoming: 4 });
  expect(conferences).toMatchObject({
    kind: "conferences",
    path: "/conferences",
    title: "Rust conferences",
    upcoming: 1,
  });
});

test("iCalendar has a category for each kind but meetups", async () => {
  const text = await (await app.request("/events.ics")).text();
  const categories = text.replace(/\r\n[ \t]/g, "").match(/^CATEGORIES:.*$/gm);
  expect(categories?.map((line) => /(Conference|Workshop|Meetup)/.exec(line)?.[1])).toEqual([
    undefined,
    "Workshop",
    "Conference",
    undefined,
  ]);
});

test("one conference in an address leads to all", async () => {
  const moved = await app.request("/conference.ics?country=DE");
  expect([moved.status, moved.headers.get("location")]).toEqual([301, "/conferences.ics?country=DE"]);
});
