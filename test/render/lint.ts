/** What is wrong with an iCalendar file by the letter of RFC 5545; an empty list when nothing is. */
export function lintCalendar(bytes: Uint8Array): string[] {
  const problems: string[] = [];
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  if (!text.endsWith("\r\n")) problems.push("no CRLF at the end");
  const physical = text.split("\r\n").slice(0, -1);
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) problems.push(`more than 75 octets: ${line}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for them
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line)) problems.push(`control character: ${JSON.stringify(line)}`);
    if (line === "" || line === " ") problems.push("empty line");
  }
  const lines = text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
  const stack: { name: string; seen: string[] }[] = [];
  const uids = new Set<string>();
  for (const line of lines) {
    const match = /^([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=[^;:",]+)*):(.*)$/su.exec(line);
    if (match === null) {
      problems.push(`no content line: ${line}`);
      continue;
    }
    const [, name = "", parameters = "", value = ""] = match;
    if (name === "BEGIN") {
      if (stack.length > 1) problems.push(`nested too deep: ${value}`);
      stack.at(-1)?.seen.push("(component)");
      stack.push({ name: value, seen: [] });
    } else if (name === "END") {
      const ended = stack.pop();
      if (ended?.name !== value) problems.push(`END:${value} without its beginning`);
      if (ended !== undefined) problems.push(...missing(ended));
    } else {
      const component = stack.at(-1);
      if (component === undefined) problems.push(`outside of the calendar: ${line}`);
      if (component?.seen.includes(name)) problems.push(`twice: ${name}`);
      if (component?.name === "VCALENDAR" && component.seen.includes("(component)"))
        problems.push(`property after components: ${name}`);
      component?.seen.push(name);
      problems.push(...wrongValue(name, parameters, value));
      if (name === "UID") {
        if (uids.has(value)) problems.push(`UID twice: ${value}`);
        uids.add(value);
      }
    }
  }
  if (stack.length > 0) problems.push("not ended");
  return problems;
}

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  VCALENDAR: ["VERSION", "PRODID"],
  VEVENT: ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "CREATED", "LAST-MODIFIED"],
};
const BANNED = ["METHOD", "ORGANIZER", "X-WR-TIMEZONE"];

function missing({ name, seen }: { name: string; seen: string[] }): string[] {
  const needed = NEEDED[name];
  if (needed === undefined) return [`component ${name}`];
  const banned = name === "VCALENDAR" ? [...BANNED, "UID"] : BANNED;
  return [
    ...needed.filter((property) => !seen.includes(property)).map((property) => `${name} without ${property}`),
    ...banned.filter((property) => seen.includes(property)).map((property) => `${name} with ${property}`),
  ];
}

const TEXT = /^(?:[^\\,;]|\\[\\,;nN])*$/su;
const SHAPES: Readonly<Record<string, RegExp>> = {
  SUMMARY: TEXT,
  DESCRIPTION: TEXT,
  LOCATION: TEXT,
  NAME: TEXT,
  UID: TEXT,
  "X-WR-CALNAME": TEXT,
  "X-WR-CALDESC": TEXT,
  CATEGORIES: /^(?:[^\\,;]+)(?:,[^\\,;]+)*$/u,
  DTSTAMP: /^\d{8}T\d{6}Z$/,
  CREATED: /^\d{8}T\d{6}Z$/,
  "LAST-MODIFIED": /^\d{8}T\d{6}Z$/,
  DTSTART: /^\d{8}$/,
  DTEND: /^\d{8}$/,
  SEQUENCE: /^\d+$/,
  STATUS: /^(?:CONFIRMED|CANCELLED|TENTATIVE)$/,
  GEO: /^-?\d{1,3}(?:\.\d{1,6})?;-?\d{1,3}(?:\.\d{1,6})?$/,
  URL: /^https?:\/\/[^\s,;\\]+$/,
  SOURCE: /^https?:\/\/[^\s,;\\]+$/,
};

function wrongValue(name: string, parameters: string, value: string): string[] {
  const wrong: string[] = [];
  if (SHAPES[name]?.test(value) === false) wrong.push(`value of ${name}: ${value}`);
  if ((name === "DTSTART" || name === "DTEND") && parameters !== ";VALUE=DATE") wrong.push(`${name} is no DATE`);
  if (name === "URL" && parameters !== "") wrong.push("URL with parameters");
  return wrong;
}
