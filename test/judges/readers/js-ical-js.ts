import ICAL from "ical.js";
import { onClocksHere, type ReadEvent, readAll } from "./lines.ts";

ICAL.design.strict = true;

const text = (component: ICAL.Component, name: string): string | null =>
  component.getFirstPropertyValue(name)?.toString() ?? null;

await readAll((calendar) =>
  new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents("vevent").map((event) => ({
    uid: text(event, "uid"),
    start: clock(event, "dtstart"),
    end: clock(event, "dtend"),
    summary: text(event, "summary"),
    location: text(event, "location"),
    ...here(event),
  })),
);

/** Without the Z of UTC. */
function clock(event: ICAL.Component, name: string): string | null {
  return text(event, name)?.replace("Z", "") ?? null;
}

function here(event: ICAL.Component): Pick<ReadEvent, "here"> {
  const [start = null, end = null] = ["dtstart", "dtend"].map((name) => event.getFirstPropertyValue(name) as ICAL.Time);
  const shown = (time: ICAL.Time | null) => (time === null ? null : onClocksHere(new Date(time.toUnixTime() * 1_000)));
  return start === null || start.isDate ? {} : { here: [shown(start), shown(end)] };
}
