import { REGION_SLUGS } from "../../src/query/region.ts";
import { FORMATS, TYPES } from "../../src/render/formats.ts";

/** Public address configured in every runtime. */
export const SITE_URL = "https://calendar.example.org";

/** Requests for every runtime, with the expected responses; everything else must be the same in all of them. */
export interface Check {
  readonly name: string;
  readonly method: "GET" | "HEAD" | "OPTIONS" | "POST";
  readonly path: string;
  /** `ETAG` and `CHANGED` stand for the tag and the date that the path's answer has. */
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
  readonly type: string | null;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An answer, as far as it is the same everywhere. */
export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body; of what is told of the service, where that names times. */
  readonly digest: string;
  readonly length: number;
}

/** Sends a request to a runtime. */
export type Ask = (asked: Asked) => Promise<Response>;

/** Samples of the data set: ids of an upcoming and an old event, and a few groups. */
export interface Samples {
  readonly coming: string;
  readonly past: string;
  readonly groups: readonly string[];
}

/** A heading until 2021: a filter, no feed. */
const REGIONS = REGION_SLUGS.filter((slug) => slug !== "asia-pacific");
const FILTERS = [
  "country=DE,CH&mode=in-person",
  "city=vancouver-ca&multiday=hide",
  "q=embedded",
  "near=52.52,13.41&radius=100",
  "region=virtual&limit=3",
  "from=2014-01-01&to=2016-12-31",
  "days=14&cancelled=hide",
  "near=48.14,11.58&online=include&starts=18:00-22:00&tz=Europe/Berlin",
  "weekday=tue,wed&tz=america/new_york&timed=hide",
] as const;
const PROBLEM = "application/problem+json";
const HTML = TYPES.html;
/** As browsers ask. */
const BROWSER = { headers: { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" } } as const;

/** Every request that is asked on every runtime. */
export function checksOf({ coming, past, groups }: Samples): readonly Check[] {
  const feeds = ["/events", ...REGIONS.map((slug) => `/regions/${slug}`)];
  const get = (path: string, type: string, status = 200) => check(path, status, type);
  return [
    ...feeds.flatMap((feed) => FORMATS.map((format) => get(`${feed}.${format}`, TYPES[format]))),
    ...["/countries/de", "/cities/berlin-de", ...groups.map((slug) => `/groups/${slug}`)].flatMap((feed) =>
      (["ics", "json"] as const).map((format) => get(`${feed}.${format}`, TYPES[format])),
    ),
    ...FILTERS.map((filter) => get(`/events.json?${filter}`, TYPES.json)),
    get("/regions/europe.ics?country=DE", TYPES.ics),
    ...[coming, past].flatMap((id) => FORMATS.map((format) => get(`/events/${id}.${format}`, TYPES[format]))),
    ...[
      "/",
      "/events",
      "/regions/europe",
      `/events/${coming}`,
      "/conferences",
      "/conferences/rustconf",
      "/feeds",
      "/changes",
      "/docs",
    ].map((path) => get(path, HTML)),
    get("/feeds.json", TYPES.json),
    get("/changes.json", TYPES.json),
    get("/changes.json?from=2014-01-01&limit=3", TYPES.json),
    get("/changes.atom?region=europe", TYPES.atom),
    get("/openapi.json", TYPES.json),
    get("/schema/event-list.json", "application/schema+json"),
    get("/robots.txt", "text/plain; charset=UTF-8"),
    get("/health", TYPES.json),
    check("/events.ics", 200, TYPES.ics, { method: "HEAD" }),
    check("/health", 200, TYPES.json, { method: "HEAD" }),
    check("/events.ics", 304, null, { headers: { "if-none-match": "ETAG" } }),
    check("/events.json?country=DE", 304, null, { headers: { "if-none-match": '"other", ETAG' } }),
    check("/events.ics", 200, TYPES.ics, { headers: { "if-none-match": '"other"' } }),
    check("/events.ics", 304, null, { headers: { "if-modified-since": "CHANGED" } }),
    check("/feeds.json", 304, null, { method: "HEAD", headers: { "if-none-match": "*" } }),
    get("/events.ics?utm_source=x&_=1767225600000&country=DE", TYPES.ics),
    ...[
      "/events.ics/",
      "/Events.ICS?q=x",
      "//regions/Europe.ics",
      "/cities/m%C3%BCnchen-de",
      "/cities/M%C3%BCnchen-DE.ics",
    ].map((path) => get(path, "text/plain; charset=utf-8", 301)),
    check("/Events.ics", 301, "text/plain; charset=utf-8", { method: "HEAD" }),
    get("/events.ics?q=Z%C3%BCrich", TYPES.ics),
    get("/events.ics?q=Z%FCrich", TYPES.ics),
    ...["/events?regoin=europe", "/events.json?country=XX"].map((path) => check(path, 400, HTML, BROWSER)),
    ...["/nothing", "/cities/berlni-de", "//evil.example/"].map((path) => check(path, 404, HTML, BROWSER)),
    check("/events.ics", 405, HTML, { ...BROWSER, method: "POST" }),
    get("/events.ics?colour=red", PROBLEM, 400),
    get("/events.json?from=yesterday&country=Germany", PROBLEM, 400),
    get("/feeds.json?x=1", PROBLEM, 400),
    get("/nothing", PROBLEM, 404),
    get("/regions/atlantis.ics", PROBLEM, 404),
    get("/groups/no-such-group.json", PROBLEM, 404),
    get("/events/no-such-event.ics", PROBLEM, 404),
    get(`/events.json?q=${"x".repeat(9_000)}`, PROBLEM, 414),
    check("/events.ics", 405, PROBLEM, { method: "POST" }),
    check("/events.ics", 204, null, { method: "OPTIONS" }),
  ];
}

function check(path: string, status: number, type: string | null, more: Partial<Check> = {}): Check {
  const { method = "GET", headers = {} } = more;
  const short = path.length > 80 ? `${path.slice(0, 60)}… (${path.length})` : path;
  const name = [method, short, ...Object.entries(headers).map(([key, value]) => `${key}: ${value}`)].join(" ");
  return { name, method, path, headers, status, type };
}

/** Of the headers, those that do not depend on the connection, the clock or the coding. */
const HEADERS = [
  "content-type",
  "etag",
  "last-modified",
  "cache-control",
  "link",
  "location",
  "allow",
  "content-security-policy",
  "content-language",
  "content-disposition",
  "access-control-allow-origin",
  "access-control-expose-headers",
  "x-content-type-options",
  "referrer-policy",
] as const;

/** Asks one check. */
export async function tell(ask: Ask, { method, path, headers }: Check): Promise<Told> {
  const asked = { method, path, headers: await filled(ask, path, headers) };
  const response = await ask({ ...asked, headers: { "accept-encoding": "identity", ...asked.headers } });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = path === "/health" && bytes.length > 0 ? shapeOfHealth(bytes) : bytes;
  const named = HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return {
    status: response.status,
    headers: Object.fromEntries(named),
    digest: await digest(body),
    length: body.length,
  };
}

async function filled(ask: Ask, path: string, headers: Check["headers"]): Promise<Check["headers"]> {
  const values = Object.values(headers).join(" ");
  if (!/ETAG|CHANGED/.test(values)) return headers;
  const first = await ask({ method: "GET", path, headers: { "accept-encoding": "identity" } });
  await first.arrayBuffer();
  const fill = (value: string) =>
    value
      .replace("ETAG", () => first.headers.get("etag") ?? "none")
      .replace("CHANGED", () => first.headers.get("last-modified") ?? "none");
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)]));
}

/** How the sync fares is each runtime's own matter. */
function shapeOfHealth(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const { sync: _, ...health } = JSON.parse(new TextDecoder().decode(bytes));
  return new TextEncoder().encode(JSON.stringify(health));
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
