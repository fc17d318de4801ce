import { type Property, propertyProblems } from "./lint-values.ts";

/**
 * What is wrong with an iCalendar file by the letter of RFC 5545 and 7986, and by what our own feeds keep to besides; an empty
 * list when nothing is. Strict: a property or component that is not listed here is a problem too.
 */
export function lintCalendar(bytes: Uint8Array): string[] {
  const { lines, problems } = unfold(bytes);
  return [...problems, ...treeProblems(lines)];
}

const LINE = /^([A-Z][A-Z0-9-]*)((?:;[A-Z][A-Z0-9-]*=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/su;

function unfold(bytes: Uint8Array): { lines: string[]; problems: string[] } {
  const problems: string[] = [];
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const lines: string[] = [];
  let from = 0;
  while (from < bytes.length) {
    const at = bytes.indexOf(0x0a, from);
    const end = at === -1 ? bytes.length : at + 1;
    const closed = at > from && bytes[at - 1] === 0x0d;
    const octets = bytes.subarray(from, closed ? end - 2 : end);
    from = end;
    if (!closed) problems.push("a line that does not end in CRLF");
    if (octets.length > 75) problems.push(`${octets.length} octets in a line`);
    let text = "";
    try {
      text = decoder.decode(octets);
    } catch {
      problems.push("a line that is not UTF-8, or splits a character");
    }
    if (text === "" || text === " ") problems.push("empty line");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for them
    if (/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text)) problems.push("control character");
    if (/^[ \t]/.test(text)) lines.push(`${lines.pop() ?? ""}${text.slice(1)}`);
    else lines.push(text);
  }
  if (bytes.length === 0) problems.push("no calendar");
  return { lines, problems };
}

/** What each component must have, may have, and may hold, in this order. */
interface Shape {
  readonly needs: readonly string[];
  readonly may?: readonly string[];
  readonly holds?: readonly string[];
}

const OBSERVANCE: Shape = { needs: ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"], may: ["RRULE", "TZNAME"] };
const SHAPES: Readonly<Record<string, Shape>> = {
  VCALENDAR: {
    needs:
      "VERSION PRODID CALSCALE NAME X-WR-CALNAME DESCRIPTION X-WR-CALDESC REFRESH-INTERVAL X-PUBLISHED-TTL COLOR X-APPLE-CALENDAR-COLOR".split(
        " ",
      ),
    may: ["SOURCE", "URL"],
    holds: ["VTIMEZONE", "VEVENT"],
  },
  VEVENT: {
    needs:
      "UID SEQUENCE DTSTAMP DTSTART SUMMARY TRANSP DESCRIPTION STATUS CREATED LAST-MODIFIED CLASS X-MICROSOFT-CDO-BUSYSTATUS".split(
        " ",
      ),
    may: "DTEND LOCATION GEO CATEGORIES URL COLOR CONFERENCE X-MICROSOFT-CDO-ALLDAYEVENT X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT".split(
      " ",
    ),
  },
  VTIMEZONE: { needs: ["TZID"], may: ["X-LIC-LOCATION", "LAST-MODIFIED"], holds: ["STANDARD", "DAYLIGHT"] },
  STANDARD: OBSERVANCE,
  DAYLIGHT: OBSERVANCE,
};

interface Component {
  readonly name: string;
  readonly properties: Map<string, Property>;
  readonly parts: Component[];
}

function treeProblems(lines: readonly string[]): string[] {
  const problems: string[] = [];
  const root: Component = { name: "", properties: new Map(), parts: [] };
  const open = [root];
  for (const line of lines) {
    const [, name = "", parameters = "", value = ""] = LINE.exec(line) ?? [];
    const here = open.at(-1) ?? root;
    if (name === "") problems.push(`no content line: ${line}`);
    else if (name === "BEGIN") {
      const part: Component = { name: value, properties: new Map(), parts: [] };
      const allowed = here === root ? ["VCALENDAR"] : (SHAPES[here.name]?.holds ?? []);
      if (!allowed.includes(value)) problems.push(`${value} within ${here.name || "nothing"}`);
      const before = here.parts.at(-1);
      if (before !== undefined && allowed.indexOf(value) < allowed.indexOf(before.name) && value === "VTIMEZONE")
        problems.push("VTIMEZONE after events");
      here.parts.push(part);
      open.push(part);
    } else if (name === "END") {
      if (here.name !== value || here === root) problems.push(`END:${value} without its beginning`);
      else problems.push(...componentProblems(here));
      if (open.length > 1) open.pop();
    } else {
      if (here === root) problems.push(`outside of the calendar: ${line}`);
      if (here.parts.length > 0) problems.push(`${name} after components`);
      if (here.properties.has(name)) problems.push(`${name} twice`);
      const property = { name, parameters, value };
      here.properties.set(name, property);
      problems.push(...propertyProblems(property, here.name));
    }
  }
  if (open.length > 1) problems.push("not ended");
  if (root.parts.length !== 1) problems.push(`${root.parts.length} calendars`);
  return [...problems, ...root.parts.flatMap(calendarProblems)];
}

function componentProblems({ name, properties, parts }: Component): string[] {
  const shape = SHAPES[name];
  if (shape === undefined) return [`component ${name}`];
  const problems = shape.needs.filter((needed) => !properties.has(needed)).map((needed) => `${name} without ${needed}`);
  const known = [...shape.needs, ...(shape.may ?? [])];
  for (const had of properties.keys()) if (!known.includes(had)) problems.push(`${name} with ${had}`);
  if (name === "VTIMEZONE" && !parts.some((part) => part.name === "STANDARD")) problems.push("VTIMEZONE without rules");
  const [first, second] = [...properties.keys()];
  if (name === "VCALENDAR" && `${first} ${second}` !== "VERSION PRODID") problems.push("VERSION, PRODID are not first");
  return [...problems, ...(name === "VEVENT" ? eventProblems(properties) : [])];
}

/** What the properties of an event must be to one another. */
function eventProblems(properties: ReadonlyMap<string, Property>): string[] {
  const problems: string[] = [];
  const textOf = (name: string) => properties.get(name)?.value ?? "";
  const [start, end] = [properties.get("DTSTART"), properties.get("DTEND")];
  const allDay = start?.parameters === ";VALUE=DATE";
  if (end === undefined && allDay) problems.push("all-day event without DTEND");
  if (end !== undefined && end.parameters !== start?.parameters) problems.push("DTSTART and DTEND of different types");
  if (end !== undefined && end.value <= textOf("DTSTART")) problems.push("DTEND is not after DTSTART");
  for (const name of ["X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT"])
    if (properties.has(name) !== allDay) problems.push(`${name} of an event that is ${allDay ? "" : "not "}all-day`);
  if (textOf("DTSTAMP") !== textOf("LAST-MODIFIED")) problems.push("DTSTAMP is not LAST-MODIFIED");
  if (textOf("CREATED") > textOf("LAST-MODIFIED")) problems.push("CREATED after LAST-MODIFIED");
  return problems;
}

/** What the parts of a calendar must be to one another. */
function calendarProblems({ properties, parts }: Component): string[] {
  const problems: string[] = [];
  const zones = parts
    .filter(({ name }) => name === "VTIMEZONE")
    .map((zone) => zone.properties.get("TZID")?.value ?? "");
  const events = parts.filter(({ name }) => name === "VEVENT");
  const used = new Set<string>();
  const uids = new Set<string>();
  for (const event of events) {
    const uid = event.properties.get("UID")?.value ?? "";
    if (uids.has(uid)) problems.push(`UID twice: ${uid}`);
    uids.add(uid);
    for (const name of ["DTSTART", "DTEND"]) {
      const zone = /;TZID=([^;]*)/.exec(event.properties.get(name)?.parameters ?? "")?.[1];
      if (zone !== undefined) used.add(zone);
    }
  }
  for (const zone of used) if (!zones.includes(zone)) problems.push(`no VTIMEZONE for ${zone}`);
  for (const zone of zones) if (!used.has(zone)) problems.push(`VTIMEZONE that no event names: ${zone}`);
  if (new Set(zones).size !== zones.length) problems.push("VTIMEZONE twice");
  for (const [name, twin] of TWINS)
    if (properties.get(name)?.value !== properties.get(twin)?.value) problems.push(`${name} is not ${twin}`);
  return problems;
}

const TWINS = [
  ["NAME", "X-WR-CALNAME"],
  ["DESCRIPTION", "X-WR-CALDESC"],
  ["REFRESH-INTERVAL", "X-PUBLISHED-TTL"],
] as const;
