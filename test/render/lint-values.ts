import { isLocalDate } from "../../src/model/date.ts";

/** One content line, unfolded. */
export interface Property {
  readonly name: string;
  /** `;VALUE=DATE`, or empty. */
  readonly parameters: string;
  readonly value: string;
}

/** The colours of CSS3, section 4.3, all that RFC 7986 allows. */
const CSS3 = new Set(
  `aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue
  chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey
  darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray
  darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen
  fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki
  lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen
  lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime
  limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue
  mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive
  olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum
  powderblue purple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue
  slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow
  yellowgreen`.split(/\s+/),
);

type Check = (value: string) => boolean;

/** A backslash, comma or semicolon escaped, a new line as `\n`, nothing else behind a backslash. */
const isText: Check = (value) => /^(?:[^\\,;]|\\[\\,;n])*$/su.test(value);
const isFilled: Check = (value) => isText(value) && value !== "" && value.trim() === value;
const isOneLine: Check = (value) => isFilled(value) && !/(?<!\\)(?:\\\\)*\\n/.test(value);
const isDate: Check = (value) => /^\d{8}$/.test(value) && isLocalDate(value.replace(/(....)(..)(..)/, "$1-$2-$3"));
const isLocal: Check = (value) => isDate(value.slice(0, 8)) && /^.{8}T([01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(value);
const isUtc: Check = (value) => value.endsWith("Z") && isLocal(value.slice(0, -1));
const isUri: Check = (value) =>
  /^https?:\/\/[!-~]+$/.test(value) && !/[,;\\"<>^`{|}]/.test(value) && URL.canParse(value);
const isNumber: Check = (value) => /^(0|[1-9]\d*)$/.test(value);
const isOffset: Check = (value) => /^[+-]([01]\d|2[0-3])[0-5]\d$/.test(value) && value !== "-0000";
const isGeo: Check = (value) => {
  const match = /^(-?\d{1,2}(?:\.\d{1,6})?);(-?\d{1,3}(?:\.\d{1,6})?)$/.exec(value);
  return (
    match !== null && Math.abs(Number(match[1])) <= 90 && Math.abs(Number(match[2])) <= 180 && !/-0(;|$)/.test(value)
  );
};
const isCategories: Check = (value) => {
  const names = value.split(",");
  return names.every((name) => isOneLine(name) && !name.includes("\\")) && new Set(names).size === names.length;
};
const among =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value);

/** The type of each property's value; its parameters are none unless `PARAMETERS` tells. */
const TYPES: Readonly<Record<string, Check>> = {
  VERSION: among("2.0"),
  PRODID: isOneLine,
  CALSCALE: among("GREGORIAN"),
  NAME: isText,
  "X-WR-CALNAME": isText,
  DESCRIPTION: isFilled,
  "X-WR-CALDESC": isFilled,
  "REFRESH-INTERVAL": (value) => /^PT?[1-9]\d*[HDW]$/.test(value),
  "X-PUBLISHED-TTL": (value) => /^PT?[1-9]\d*[HDW]$/.test(value),
  SOURCE: isUri,
  URL: isUri,
  COLOR: (value) => CSS3.has(value),
  "X-APPLE-CALENDAR-COLOR": (value) => /^#[0-9A-F]{6}$/.test(value),
  UID: (value) => isOneLine(value) && /^[^@\s]+@[^@\s]+$/.test(value),
  SEQUENCE: isNumber,
  DTSTAMP: isUtc,
  CREATED: isUtc,
  "LAST-MODIFIED": isUtc,
  DTSTART: (value) => isDate(value) || isLocal(value) || isUtc(value),
  DTEND: (value) => isDate(value) || isLocal(value) || isUtc(value),
  SUMMARY: isOneLine,
  LOCATION: isOneLine,
  TRANSP: among("TRANSPARENT"),
  STATUS: among("CONFIRMED", "CANCELLED", "TENTATIVE"),
  CLASS: among("PUBLIC"),
  "X-MICROSOFT-CDO-BUSYSTATUS": among("FREE"),
  "X-MICROSOFT-CDO-ALLDAYEVENT": among("TRUE"),
  "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT": among("TRUE"),
  GEO: isGeo,
  CATEGORIES: isCategories,
  CONFERENCE: isUri,
  TZID: isOneLine,
  "X-LIC-LOCATION": isOneLine,
  TZNAME: isOneLine,
  TZOFFSETFROM: isOffset,
  TZOFFSETTO: isOffset,
  RRULE: (value) => /^FREQ=YEARLY;BYMONTH=\d{1,2};BYDAY=-?[1-5](SU|MO|TU|WE|TH|FR|SA)$/.test(value),
};

const PARAMETERS: Readonly<Record<string, RegExp>> = {
  "REFRESH-INTERVAL": /^;VALUE=DURATION$/,
  SOURCE: /^;VALUE=URI$/,
  CONFERENCE: /^;VALUE=URI;FEATURE=(VIDEO|CHAT);LABEL=[^;:,"]+$/,
  DTSTART: /^(;VALUE=DATE|;TZID=[\w+/-]+)?$/,
  DTEND: /^(;VALUE=DATE|;TZID=[\w+/-]+)?$/,
};

/** What is wrong with one property of a component, taken by itself. */
export function propertyProblems({ name, parameters, value }: Property, component: string): string[] {
  const problems: string[] = [];
  if (TYPES[name]?.(value) === false) problems.push(`value of ${name}: ${value}`);
  const allowed = PARAMETERS[name] ?? /^$/;
  if (!allowed.test(parameters)) problems.push(`parameters of ${name}: ${parameters}`);
  if (name !== "DTSTART" && name !== "DTEND") return problems;
  const shaped = { ";VALUE=DATE": isDate, "": isUtc }[parameters] ?? isLocal;
  const right = component === "STANDARD" || component === "DAYLIGHT" ? isLocal : shaped;
  if (!right(value)) problems.push(`${name}${parameters} is ${value}`);
  return problems;
}
