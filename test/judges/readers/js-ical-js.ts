import ICAL from "ical.js";
import { readAll } from "./lines.ts";

ICAL.design.strict = true;

const text = (component: ICAL.Component, name: string): string | null =>
  component.getFirstPropertyValue(name)?.toString() ?? null;

await readAll((calendar) =>
  new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents("vevent").map((event) => ({
    uid: text(event, "uid"),
    start: text(event, "dtstart"),
    end: text(event, "dtend"),
    summary: text(event, "summary"),
    location: text(event, "location"),
  })),
);
