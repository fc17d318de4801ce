import { Parser } from "htmlparser2";
import { DateTime } from "luxon";
import { eventId } from "./address.ts";
import { type Contents, type Entry, type Moment, NotBelieved, type Source } from "./source.ts";
import { venueOf } from "./venue.ts";

/**
 * JSON-LD (schema.org's Event) on an event's own page, only on hosts in `data/organisers.json`: hasgeek, Mobilizon, own sites.
 */
export const page: Source = {
  kind: "page",
  mostBytes: 1024 * 1024,
  accept: "text/html",
  mostEntries: Number.POSITIVE_INFINITY,
  calendarOf(event, organisers) {
    const url = URL.parse(event.url ?? "");
    if (url === null || eventId(event.url) === null) return null;
    const host = url.hostname.replace(/^www\./, "");
    if (!organisers.pages.some((entry) => entry.host.replace(/^www\./, "") === host)) return null;
    return { kind: "page", url: `https://${url.host}${url.pathname}${url.search}`, groups: [] };
  },
  read: (body, urls) => readPage(body, urls),
  refusals: (status) => (status === 404 || status === 410 ? "not-found" : status === 401 ? "private" : null),
};

function readPage(body: string, urls: readonly string[]): Contents {
  const own = new Set(urls.map(eventId).filter((id) => id !== null));
  const nodes = scripts(body).flatMap(nodesOf).filter(isEvent);
  const named = nodes.filter((node) => own.has(eventId(textOf(node.url)) ?? ""));
  const [alone] = nodes.length === 1 && textOf(nodes[0]?.url) === null ? nodes : [];
  const [node] = named.length > 0 ? named : alone === undefined ? [] : [alone];
  if (node === undefined) throw new NotBelieved("has no event in JSON-LD with the page's address");
  if (named.length > 1 && new Set(named.map(({ startDate }) => textOf(startDate))).size > 1)
    throw new NotBelieved("has several events in JSON-LD with the page's address");
  const start = momentOf(node.startDate);
  if (start === null) throw new NotBelieved("has an event in JSON-LD without a start");
  const entry: Entry = {
    ids: [...own],
    title: textOf(node.name) ?? "",
    start,
    end: momentOf(node.endDate),
    venue: placeOf(node.location),
    status: statusOf(textOf(node.eventStatus) ?? textOf((node.eventStatus as Node | null)?.["@id"]) ?? ""),
  };
  return { entries: [entry], problems: [] };
}

/** The contents of `<script type="application/ld+json">` elements. */
function scripts(html: string): readonly string[] {
  const found: string[] = [];
  let open = false;
  const parser = new Parser({
    onopentag(name, { type = "" }) {
      open = name === "script" && /^application\/ld\+json\b/i.test(type.trim());
      if (open) found.push("");
    },
    ontext(text) {
      if (open) found.push((found.pop() ?? "") + text);
    },
    onclosetag() {
      open = false;
    },
  });
  parser.write(html);
  parser.end();
  return found;
}

type Node = Readonly<Record<string, unknown>>;

/** The objects in one script, including those in arrays and `@graph`; empty if it is not JSON. */
function nodesOf(script: string): readonly Node[] {
  try {
    return flat(JSON.parse(script), 3);
  } catch {
    return [];
  }
}

function flat(value: unknown, depth: number): readonly Node[] {
  if (Array.isArray(value)) return depth === 0 ? [] : value.flatMap((each) => flat(each, depth - 1));
  if (value === null || typeof value !== "object") return [];
  const node = value as Node;
  return [node, ...(depth === 0 ? [] : flat(node["@graph"], depth - 1))];
}

/** Whether the type is `Event` or a subtype: `BusinessEvent`, `["Event", "SocialEvent"]`. */
function isEvent(node: Node): boolean {
  const types = [node["@type"]].flat();
  return types.some((type) => typeof type === "string" && /(^|[/:])([A-Z][a-z]+)?Event$|^Hackathon$/.test(type));
}

/** `2026-11-21T11:00:00+05:30` is an instant, `2026-11-21T11:00` is local, `2026-11-21` is a day; null for anything else. */
function momentOf(value: unknown): Moment | null {
  const text = textOf(value);
  if (text === null || !/^\d{4}-\d\d-\d\d/.test(text)) return null;
  const time = DateTime.fromISO(text.replace(" ", "T"), { setZone: true, zone: "utc" });
  if (!time.isValid) return null;
  if (!/T\d/.test(text.replace(" ", "T"))) return { kind: "day", day: time.toISODate() };
  if (/(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) return { kind: "instant", at: time.toUTC().toISO() ?? "" };
  return { kind: "local", at: time.toFormat("yyyy-MM-dd'T'HH:mm:ss"), zone: null };
}

/** The venue of the first `Place` in `location`; null without one, as for virtual events. */
function placeOf(location: unknown): Entry["venue"] {
  const place = [location].flat().find((each) => (each as Node | null)?.["@type"] === "Place") as Node | undefined;
  if (place === undefined) return null;
  const address = place.address as Node | string | undefined;
  if (typeof address === "string" || address === undefined) return venueOf(textOf(place.name), textOf(address));
  const city = [textOf(address.postalCode), textOf(address.addressLocality)].filter(Boolean).join(" ");
  const parts = [textOf(address.streetAddress), city === "" ? null : city].filter((part) => part !== null);
  return venueOf(textOf(place.name), parts.join(", "));
}

function statusOf(status: string): Entry["status"] {
  if (/(^|\/)EventCancelled$/.test(status)) return "cancelled";
  return /(^|\/)EventPostponed$/.test(status) ? "postponed" : null;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
