import type { CanonicalLink } from "../model/listing.ts";
import { memo } from "../model/memo.ts";
import { NO_TRACE, type Trace } from "../model/trace.ts";
import { visible } from "../model/visible.ts";
import { KEY_REWRITES, LINK_REWRITES, SERIES } from "./link-rules.ts";
import { rewrite } from "./rewrite.ts";

/** Query parameters that say where a visitor came from, not where the link leads. */
const TRACKING =
  /^(utm_.*|aff|affiliate|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|igshid?|mc_[ce]id|mkt_tok|_hs(enc|mi)|_g[al]|ref|ref_(src|url)|referrer(?!_i$).*|source|trk|_xtd|_af|_af_eid|keep_tld|chapter_analytics_code|rec(Id|Source)|searchId|eventOrigin|usg|usd|sa|ust|ved)$/i;
/** Of hosts that lead to the page that a parameter of the query names, their path and that parameter. */
const REDIRECTS: readonly (readonly [page: RegExp, ...parameters: string[]])[] = [
  [/^(www\.)?google\.[a-z.]+\/url$/, "q", "url"],
  [/^(www\.)?youtube\.com\/redirect$/, "q"],
  [/^lm?\.(facebook|instagram)\.com\/(l\.php)?$/, "u"],
  [/^(www\.)?linkedin\.com\/(redir\/redirect|safety\/go)$/, "url"],
  [/^[a-z\d.]+\.safelinks\.protection\.outlook\.com\/$/, "url"],
  [/^(www\.)?slack-redir\.net\/link$|^out\.reddit\.com\/[^/]*$/, "url"],
  [/^duckduckgo\.com\/l\/$/, "uddg"],
];
/** Soft hyphens, zero-width characters and marks of direction, percent-encoded. */
const INVISIBLE = /%C2%AD|%D8%9C|%E2%80%(?:8[B-F]|A[A-E])|%E2%81%A[0-9]|%EF%BB%BF/gi;

/** A printed address as it is shown: the page behind a redirect, without tracking and characters that nobody sees. */
export const cleanUrl = memo((printed): string => {
  if (!/[?&%]/.test(printed)) return printed;
  const url = visible(printed).replace(INVISIBLE, "");
  const target = behindRedirect(URL.parse(url));
  if (target !== null && /^https?:\/\/[^\s/]/i.test(target)) return cleanUrl(target);
  const [, page = "", query, fragment = ""] = /^([^?#]*)(?:\?([^#]*))?(.*)$/s.exec(url) ?? [];
  const path = page.replace(/&(?:sa|source|usd|usg|ust|ved)=.*$/, "");
  const kept = query?.split("&").filter((pair) => !TRACKING.test(pair.split("=", 1)[0]!)) ?? [];
  return path + (query !== undefined && kept.length > 0 ? `?${kept.join("&")}` : query === "" ? "?" : "") + fragment;
});

/**
 * Where a printed link leads: `key` is equal for all spellings of one page, `kind` says whether that page belongs to
 * one event. Null for what is no link to follow (`javascript:`, `mailto:`, a word).
 */
export function canonicalLink(url: string | null): CanonicalLink | null {
  return url === null ? null : linkOf(url);
}

const linkOf = memo((url) => readLink(url, NO_TRACE));

/** The same, not remembered, with a trace of the rules that are applied. */
export function readLink(url: string, trace: Trace): CanonicalLink | null {
  const text = rewrite(LINK_REWRITES, visible(url).replace(INVISIBLE, "").trim(), trace, null);
  if (/^ircs?:\/\//i.test(text)) return { key: text.toLowerCase().replace(/\/+$/, ""), kind: "series" };
  const parsed = URL.parse(text);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  const target = behindRedirect(parsed);
  if (target !== null) return readLink(target, trace);

  const host = parsed.hostname.toLowerCase().replace(/^(www|m|mobile)\./, "");
  const path = pathOf(parsed);
  if (/(^|\.)meetup\.com$/.test(host)) return meetup(path, parsed);
  if (/(^|\.)eventbrite\.[a-z.]+$/.test(host)) return eventbrite(host, path);
  if (/^(lu\.ma|luma\.com)$/.test(host)) return luma(path);
  const key = rewrite(KEY_REWRITES, `${host}${path}`, trace, null) + queryOf(host, parsed) + sectionOf(parsed);
  const series = SERIES.find(({ page }) => page.test(key));
  if (series !== undefined) trace(series.rule, url);
  return { key, kind: series === undefined ? "event" : "series" };
}

/** `https://www.google.com/url?q=TARGET&sa=D…` leads to TARGET. */
function behindRedirect(url: URL | null): string | null {
  if (url === null || url.search === "") return null;
  const page = url.hostname + url.pathname;
  const [, ...parameters] = REDIRECTS.find(([from]) => from.test(page)) ?? [];
  return parameters.map((name) => url.searchParams.get(name)).find((target) => target !== null) ?? null;
}

function pathOf(url: URL): string {
  const path = url.pathname
    .replace(/&.*$/, "")
    .replace(/\/{2,}/g, "/")
    .replace(/\/(index\.(html?|php))?$/, "");
  if (!path.includes("%")) return path;
  try {
    return decodeURIComponent(path).normalize("NFC");
  } catch {
    return path;
  }
}

/** The section of a programme that a link leads to, in words: `#intro-to-rust`; empty for any other fragment. */
function sectionOf({ hash }: URL): string {
  return /^#[a-z0-9]+(?:-[a-z0-9]+){2,}$/i.test(hash) ? `!${hash.slice(1).toLowerCase()}` : "";
}

/** The query without tracking, sorted; hosts whose paths say all have none. */
function queryOf(host: string, url: URL): string {
  if (url.search === "") return "";
  if (/^(facebook|twitter|x|linkedin|instagram|hasgeek|t|docs\.google)\.(com|me)$|^discord/.test(host)) return "";
  const kept = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return kept.length === 0 ? "" : `?${new URLSearchParams(kept)}`;
}

const EVENT_ID = /^(\d{5,}|[a-z]{8,20})$/;

/** `/de-DE/Rust-Berlin/events/123/…`: the group and the event's id. */
function meetup(path: string, url: URL): CanonicalLink {
  const parts = path.toLowerCase().split("/").filter(Boolean);
  // `/rs-nl/events/123`: a group may look like a language, a language has no events.
  const isGroup = parts[1] === "events" && EVENT_ID.test(parts[2] ?? "");
  if (parts.length > 1 && !isGroup && /^[a-z]{2}(-[a-z]{2})?$/.test(parts[0]!)) parts.shift();
  const [group = "", section, id] = parts;
  const name = /[\w-]$/.test(group) ? group : group.replace(/[^\p{L}\p{N}_-]+$/u, "");
  if (section === "events" && id !== undefined && EVENT_ID.test(id)) {
    return { key: `meetup.com/${name}/events/${id}`, kind: "event" };
  }
  const registered = group === "register" ? url.searchParams.get("referrer_i") : null;
  if (registered !== null) return { key: `meetup.com/events/${registered}`, kind: "event" };
  return { key: name === "" ? "meetup.com" : `meetup.com/${name}`, kind: "series" };
}

/** `/e/some-title-tickets-12345`: the number alone; every country's site shows the same tickets. */
function eventbrite(host: string, path: string): CanonicalLink {
  const [, section, number] = /^\/([a-z]+)\/(?:.*-)?(\d+)$/.exec(path) ?? [];
  if (section === "e" && number !== undefined) return { key: `eventbrite.com/e/${number}`, kind: "event" };
  if (section !== undefined && number !== undefined)
    return { key: `eventbrite.com/${section}/${number}`, kind: "series" };
  return { key: `${host}${path}`, kind: path === "" && host.split(".").length > 2 ? "event" : "series" };
}

/** `/abcd1234` is an event; calendars, people and the named front pages of communities are not. */
function luma(path: string): CanonicalLink {
  const series = /^$|^\/(calendar|user|discover|c)(\/|$)/.test(path);
  return { key: `luma.com${path}`, kind: series ? "series" : "event" };
}
