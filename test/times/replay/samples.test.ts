import { readFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type LumaPlace, lumaCalendar } from "./luma.ts";
import { meetupCalendar } from "./meetup.ts";
import { eventPage, type PageEvent, type PageVenue } from "./page.ts";
import { samples } from "./samples.ts";

const sample = (name: string): string => readFileSync(join(samples ?? "", name), "utf8");
const textOf = (component: ICAL.Component, name: string): string => String(component.getFirstPropertyValue(name) ?? "");
const eventsOf = (calendar: ICAL.Component) => calendar.getAllSubcomponents("vevent");
const zoneOf = (event: ICAL.Component): string => String(event.getFirstProperty("dtstart")?.getFirstParameter("tzid"));

// What a sample says, as ical.js reads it, said again by us.
describe.runIf(samples)("our generated calendars have the exact format of the samples", () => {
  it.each(["meetup-group.ics", "meetup-group-ten.ics", "meetup-group-empty.ics"])("%s", (name) => {
    const calendar = new ICAL.Component(ICAL.parse(sample(name)));
    const events = eventsOf(calendar);
    const groupName = textOf(calendar, "x-wr-calname");
    const made = meetupCalendar({
      slug: /meetup\.com\/([^/]+)\//.exec(textOf(calendar, "x-original-url"))?.[1] ?? "",
      name: groupName,
      zone: events[0] ? zoneOf(events[0]) : "Europe/Berlin",
      ...(events[0] ? { stamp: textOf(events[0], "dtstamp") } : {}),
      events: events.map((event) => ({
        id: /^event_(.*)@/.exec(textOf(event, "uid"))?.[1] ?? "",
        start: textOf(event, "dtstart"),
        end: textOf(event, "dtend"),
        zone: zoneOf(event),
        title: textOf(event, "summary"),
        text: textOf(event, "description").slice(`${groupName}\n`.length),
        created: textOf(event, "created"),
      })),
    });
    expect(made).toBe(sample(name));
  });

  it("luma-calendar.ics", () => {
    const calendar = new ICAL.Component(ICAL.parse(sample("luma-calendar.ics")));
    const events = eventsOf(calendar);
    const geoOf = (event: ICAL.Component) => /^GEO:(.*?)\r?$/m.exec(event.toString())?.[1];
    const rawGeo = [...sample("luma-calendar.ics").matchAll(/^GEO:(.*)\r$/gm)].map(([, geo = ""]) => geo);
    const placeOf = (event: ICAL.Component): LumaPlace => {
      const [, text] = /Address:\n([\s\S]*)\n\nHosted by/.exec(textOf(event, "description")) ?? [];
      const location = textOf(event, "location");
      const geo = geoOf(event) === undefined ? undefined : rawGeo.shift();
      if (textOf(event, "uid").startsWith("calev-")) return { kind: "elsewhere", url: location };
      if (text === undefined || geo === undefined) return { kind: "online" };
      return location.startsWith("https:") ? { kind: "hidden", geo } : { kind: "address", text, location, geo };
    };
    const made = lumaCalendar({
      name: textOf(calendar, "x-wr-calname"),
      stamp: textOf(events[0]!, "dtstamp"),
      sequence: Number(textOf(events[0]!, "sequence")),
      events: events.map((event) => ({
        slug: /https:\/\/luma\.com\/([\w-]+)/.exec(textOf(event, "description"))?.[1] ?? "",
        id: /^\w+-(.*)@/.exec(textOf(event, "uid"))?.[1] ?? "",
        start: textOf(event, "dtstart"),
        end: textOf(event, "dtend"),
        title: textOf(event, "summary").replaceAll("&amp;", "&"),
        place: placeOf(event),
      })),
    });
    expect(made).toBe(sample("luma-calendar.ics"));
  });

  it("hasgeek-event.html", () => {
    const page = sample("hasgeek-event.html");
    const told = JSON.parse(/<script[^>]*>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "");
    const { "@type": _, ...address } = told.location.address;
    const event: PageEvent = {
      name: told.name,
      url: told.url,
      startDate: told.startDate,
      endDate: told.endDate,
      venue: { name: told.location.name, ...address } as PageVenue,
      more: { organizer: told.organizer },
    };
    expect(eventPage(event)).toBe(page);
  });
});
