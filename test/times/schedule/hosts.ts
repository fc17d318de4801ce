import { DateTime } from "luxon";
import { addDays, type LocalDate } from "../../../src/model/date.ts";
import type { LocalDateTime, SourceKind } from "../../../src/model/times.ts";
import type { Asked, HostAnswer } from "../../../src/times/ask.ts";
import { ownCalendar } from "../replay/ics.ts";
import { lumaCalendar, lumaUrl } from "../replay/luma.ts";
import { meetupCalendar, meetupUrl } from "../replay/meetup.ts";
import { eventPage } from "../replay/page.ts";

/** An evening as its organiser plans it. */
export interface Happening {
  readonly host: HostName;
  /** In the address of its page. */
  id: string;
  day: LocalDate;
  /** Of the wall clock there. */
  hour: number;
  /** Null for no end. */
  minutes: number | null;
  status: "cancelled" | "postponed" | null;
  /** Taken out of the calendar. */
  gone: boolean;
}

/** What a calendar says of one evening, as the world knows it. */
export interface Told {
  /** Page of the event: its host and what names it there, equal for every group's path. */
  readonly page: string;
  /** Wall clock of `zone`. */
  readonly start: LocalDateTime;
  readonly end: LocalDateTime | null;
  readonly zone: string;
  readonly status: "cancelled" | "postponed" | null;
}

export type HostName = "berlin" | "seattle" | "zurich" | "bangalore" | "paris";

interface Host {
  readonly kind: SourceKind;
  readonly zone: string;
  readonly group: { readonly name: string; readonly url: string };
  readonly page: (id: string) => string;
}

/** All calendars: two groups on Meetup, a calendar on Luma, pages on hasgeek, and a group's own calendar. */
export const HOSTS: Readonly<Record<HostName, Host>> = {
  berlin: meetupHost("Rust Berlin", "rust-berlin", "Europe/Berlin"),
  seattle: meetupHost("Rust Seattle", "rust-seattle", "America/Los_Angeles"),
  zurich: {
    kind: "luma",
    zone: "Europe/Zurich",
    group: { name: "Rust Zürich", url: "https://luma.com/rust-zurich" },
    page: (id) => `https://luma.com/${id}`,
  },
  bangalore: {
    kind: "page",
    zone: "Asia/Kolkata",
    group: { name: "Rust Bangalore", url: "https://hasgeek.com/rustbangalore/" },
    page: (id) => `https://hasgeek.com/rustbangalore/${id}/`,
  },
  paris: {
    kind: "calendar",
    zone: "Europe/Paris",
    group: { name: "Rust Paris", url: "https://rust-paris.example/" },
    page: (id) => `https://rust-paris.example/events/${id}`,
  },
};

export const ORGANISERS = {
  luma: [{ calendar_url: HOSTS.zurich.group.url, calendar_id: "cal-Sample1" }],
  calendars: [{ group: "rust-paris", url: "https://rust-paris.example/all.ics" }],
  pages: [{ host: "hasgeek.com" }],
};

/** The most entries of a calendar on Meetup. */
export const MOST = 10;

/** All hosts, whose calendars are what `happenings` are at the moment of a question. */
export interface Hosts {
  readonly happenings: Happening[];
  /** Other evenings of a group on Meetup: so many, in the morning of that day. */
  readonly others: Map<HostName, { readonly count: number; readonly day: LocalDate }>;
  readonly renamed: Set<HostName>;
}

/** The address at which an evening is looked for. */
export function calendarAt(host: HostName, id: string): string {
  const { kind, group, page } = HOSTS[host];
  if (kind === "meetup") return meetupUrl(group.url.split("/")[3] ?? "");
  if (kind === "luma") return lumaUrl("cal-Sample1");
  return kind === "page" ? page(id) : "https://rust-paris.example/all.ics";
}

/** `meetup.com/events/399900101`, whatever group's path the address has. */
export function pageOf(url: string): string {
  return url
    .replace(/^https:\/\/(www\.)?/, "")
    .replace(/\/$/, "")
    .replace(/^meetup\.com\/[^/]+/, "meetup.com");
}

/** A good response and its contents; null for none. Organisers' calendars do not contain events before `today`. */
export function answerTo(
  { url }: Asked,
  { happenings, others, renamed }: Hosts,
  today: LocalDate,
): { readonly answer: HostAnswer; readonly told: readonly Told[] } | null {
  const here = happenings.filter(({ host, id }) => calendarAt(host, id) === url);
  const [first] = here;
  if (first === undefined) return null;
  const { kind, zone, page } = HOSTS[first.host];
  const planned = here.filter(({ gone, day }) => !gone && (kind !== "meetup" || day >= today));
  const more = kind === "meetup" ? (others.get(first.host) ?? { count: 0, day: today }) : { count: 0, day: today };
  const all = [
    ...planned.map((each) => ({ ...timesOf(each), id: each.id, status: each.status })),
    ...Array.from({ length: more.count }, (_, at) => ({
      id: `3888001${String(at).padStart(2, "0")}`,
      start: `${more.day}T06:${String(10 + at)}:00`,
      end: `${more.day}T07:00:00`,
      status: null,
    })),
  ].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const shown = kind === "meetup" ? all.slice(0, MOST) : all;
  // Own calendars have no word for what is postponed; the others have none at all.
  const says = (status: Told["status"]) => kind === "page" || (kind === "calendar" && status === "cancelled");
  const told = shown.map(({ id, start, end, status }): Told => {
    return { page: pageOf(page(id)), start, end, zone, status: says(status) ? status : null };
  });
  if (kind === "page" && shown.length === 0) return null;
  const isRenamed = renamed.has(first.host);
  const slug = url.split("/")[3] ?? "";
  const utc = (local: string) => DateTime.fromISO(local, { zone }).toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
  const bodies: Readonly<Record<SourceKind, () => string>> = {
    meetup: () => meetupCalendar({ slug: isRenamed ? `${slug}-and-friends` : slug, zone, events: shown }),
    luma: () =>
      lumaCalendar({
        name: "Rust Zürich",
        events: shown.map(({ id, start, end }) => {
          const instead = end === null ? { DTEND: null } : {};
          return { slug: id, id, start: utc(start), end: utc(end ?? start), instead };
        }),
      }),
    calendar: () =>
      ownCalendar(
        shown.map(({ id, start, end, status }) => {
          const word = status === null ? {} : { status: status === "cancelled" ? "CANCELLED" : "TENTATIVE" };
          return { uid: id, start, end, zone, url: page(id), ...word };
        }),
      ),
    page: () =>
      shown
        .map(({ start, end, status }) => {
          const at = (local: string) => DateTime.fromISO(local, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
          const word = { cancelled: "EventCancelled", postponed: "EventPostponed" } as const;
          return eventPage({
            url,
            startDate: at(start),
            ...(end === null ? {} : { endDate: at(end) }),
            status: status === null ? "EventScheduled" : word[status],
          });
        })
        .join(""),
  };
  // A renamed group's old address leads on to the new one.
  const answeredBy = isRenamed ? url.replace(slug, `${slug}-and-friends`) : url;
  return {
    answer: { kind: "answer", status: 200, url: answeredBy, type: "", body: bodies[kind](), retryAfterMs: null },
    told,
  };
}

function timesOf({ day, hour, minutes }: Happening): {
  readonly start: LocalDateTime;
  readonly end: LocalDateTime | null;
} {
  const start = `${day}T${String(hour).padStart(2, "0")}:00:00`;
  if (minutes === null) return { start, end: null };
  const end = DateTime.fromISO(start, { zone: "utc" }).plus({ minutes });
  return { start, end: end.toFormat("yyyy-MM-dd'T'HH:mm:ss") };
}

function meetupHost(name: string, slug: string, zone: string): Host {
  const group = { name, url: `https://www.meetup.com/${slug}/` };
  return { kind: "meetup", zone, group, page: (id) => `${group.url}events/${id}/` };
}

/** Nine evenings from `today` on, at all hosts. */
export function someHappenings(today: LocalDate, after: readonly number[]): Happening[] {
  const ids: readonly (readonly [HostName, string])[] = [
    ["berlin", "399900101"],
    ["berlin", "fgkdltyjcpbqb"],
    ["seattle", "399900201"],
    ["seattle", "399900202"],
    ["zurich", "aaaa0001"],
    ["zurich", "aaaa0002"],
    ["bangalore", "november"],
    ["paris", "1"],
    ["paris", "2"],
  ];
  return ids.map(([host, id], at) => {
    const day = addDays(today, after[at] ?? 10);
    return { host, id, day, hour: 19, minutes: 120, status: null, gone: false };
  });
}
