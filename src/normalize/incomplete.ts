import { daysBetween, type LocalDate, weekday } from "../model/date.ts";
import type { Mode, PrintedGroup } from "../model/listing.ts";
import type { PrintedPlace } from "../model/place.ts";
import type { Severity } from "../model/problem.ts";
import type { Rule } from "../model/rule.ts";
import { oneTypoApart } from "../model/typo.ts";
import type { Days } from "./dates/days.ts";

/** What is looked at of a listing. */
interface Looked {
  readonly mode: Mode | null;
  readonly places: readonly PrintedPlace[];
  readonly groups: readonly PrintedGroup[];
  readonly title: string;
  readonly url: string | null;
  /** Null where the date tells no year. */
  readonly days: Days | null;
}

/** What a listing lacks that others of its time have, or what contradicts itself: most likely a typo. */
export interface Incomplete extends Rule {
  /** Day of the first issue whose listings all have it. */
  readonly since: LocalDate;
  /** Day of the first issue in which it may be missing again. */
  readonly until?: LocalDate;
  readonly severity: Severity;
  readonly isFound: (listing: Looked) => boolean;
}

/** What is looked for in each listing; `says` is the message. */
export const INCOMPLETE: readonly Incomplete[] = [
  {
    rule: "place-missing",
    says: "a listing without a place that is not said to be online",
    example: ["[Oct 8. Qwxyz, ZZ - Boats and Rust](https://example.org/)", "a place that cannot be read"],
    outside: "typos in places of listings in one line, 2018 to 2021: npm run bench:typos",
    since: "2018-06-01",
    severity: "warning",
    isFound: ({ mode, places }) => places.length === 0 && mode === null,
  },
  {
    rule: "place-unread",
    says: "a town and what may be a country's code that are no place",
    example: ["[Oct 8. Oslo, ON - Boats and Rust](https://example.org/)", "Oslo, NO"],
    outside: "typos in places of listings in one line, 2016 to 2021: npm run bench:typos",
    since: "2013-06-01",
    severity: "warning",
    isFound: ({ places, title }) => places.length === 0 && /^[\p{L} .]{2,30}, [A-Z]{2} - /u.test(title),
  },
  {
    rule: "date-unread",
    says: "what the title begins with may belong to the date",
    example: ["[Oct 19  20. Oslo, NO - Boats](https://example.org/)", "Oct 19 & 20"],
    outside: "typos in dates of listings in one line, 2016 to 2021: npm run bench:typos",
    since: "2013-06-01",
    until: "2021-11-17",
    severity: "warning",
    isFound: ({ title }) => /^(?:&|\d[\d/]*[./](?!\d)|\d{1,2} [\p{Lu}\d])/u.test(title),
  },
  {
    rule: "weekday-contradicted",
    says: "the title names another weekday than the date",
    example: ["2025-10-08, Last Tuesday", "2025-10-07"],
    since: "2013-06-01",
    severity: "warning",
    isFound: ({ title, days }) => days !== null && !isOnNamedWeekday(title, days),
  },
  {
    rule: "group-missing",
    says: "a listing without a group",
    example: ["[October 8, Oslo, NO - Boats and Rust](https://example.org/)", "a group that nobody named"],
    since: "2020-12-01",
    severity: "info",
    isFound: ({ groups }) => groups.length === 0,
  },
  {
    rule: "host-misspelt",
    says: "an address whose host is a typo away from one that many events are on",
    example: ["https://www.metup.com/fjord-rust/events/1", "https://www.meetup.com/fjord-rust/events/1"],
    outside: "typos in addresses: npm run bench:typos",
    since: "2013-06-01",
    severity: "warning",
    isFound: ({ url, groups }) => [url, ...groups.map((group) => group.url)].some(isHostMisspelt),
  },
  {
    rule: "page-misspelt",
    says: "an address with a number on Meetup that is no page of an event",
    example: [
      "https://www.meetup.com/fjord-rust/evnts/123456789/",
      "https://www.meetup.com/fjord-rust/events/123456789/",
    ],
    outside: "typos in addresses: npm run bench:typos",
    since: "2013-06-01",
    severity: "warning",
    isFound: ({ url }) => /^https?:\/\/(?:www\.)?meetup\.com\/(?![^?#]*\/events\/)[^?#]*\/\d{6,}/i.test(url ?? ""),
  },
];

const WEEKDAY = /\b(sun|mon|tues|wednes|thurs|fri|satur)days?\b/gi;
const WEEKDAYS = ["sun", "mon", "tues", "wednes", "thurs", "fri", "satur"];

/** Whether one of the days is the weekday that a title names: `Last Tuesday`; true where it names none or several. */
function isOnNamedWeekday(title: string, { start, end }: Days): boolean {
  const named = new Set([...title.matchAll(WEEKDAY)].map(([, day = ""]) => WEEKDAYS.indexOf(day.toLowerCase())));
  const [first = 0] = named;
  const after = (first - weekday(start) + 7) % 7;
  return named.size !== 1 || after <= daysBetween(start, end);
}

const HOSTS = [
  ...["meetup.com", "eventbrite.com", "luma.com", "linkedin.com", "youtube.com", "facebook.com", "github.com"],
  ...["discord.com", "discordapp.com", "hasgeek.com", "guild.host", "chat.mibbit.com", "t.me"],
];

/** Whether more than the code of a country stands behind a host. */
const isGlued = (known: string, host: string) =>
  host.startsWith(known) && !/^\.[a-z]{2}$/.test(host.slice(known.length));

/**
 * Whether the host of an address is none of those above, but a typo away or one with more behind it: `www.metup.com`,
 * `wwwmeetup.com`, `meetup.com.fjord-rust`; or has no dot.
 */
function isHostMisspelt(url: string | null): boolean {
  const whole = /^https?:\/\/([^/?#:]+)/i.exec(url ?? "")?.[1]?.toLowerCase();
  const host = whole?.replace(/^w{1,4}\./, "");
  if (whole === undefined || host === undefined || HOSTS.includes(host)) return false;
  return (
    !host.includes(".") ||
    HOSTS.some((known) => isGlued(known, host) || oneTypoApart(known, host) || oneTypoApart(`www.${known}`, whole))
  );
}
