import { addDays, daysBetween, type LocalDate } from "../../../src/model/date.ts";
import type { EventRecord } from "../../../src/model/event.ts";
import type { EventTime, LocalDateTime } from "../../../src/model/times.ts";
import { calendarAt, HOSTS, type HostName, MOST, pageOf, type Told } from "./hosts.ts";

const HOUR = 3_600_000;

/** A calendar that was read and is believed. */
export interface Believed {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly url: string;
  readonly told: readonly Told[];
}

/** What an event may show of readings, and nothing else. */
export interface Shown {
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly time: EventTime | null;
  readonly firstDay: EventTime | null;
  readonly otherDay: LocalDate | null;
  readonly printedDay: LocalDate | null;
  readonly missing: boolean;
  readonly status: string;
  readonly stale: LocalDate | null;
}

/** What a reading contained of one event; null if it was missing. */
interface Seen {
  readonly at: number;
  readonly told: Told | null;
  /** The day that the newsletter printed then. */
  readonly printed: LocalDate;
}

interface Known {
  readonly pages: Set<string>;
  readonly seen: Seen[];
  url: string;
  stale: LocalDate | null;
}

/**
 * The rules of `data/README.md` by the book: it keeps every reading that is believed, and says from all of them what an event may
 * show. It knows no bodies, no files and no revisions.
 */
export function reference() {
  const known = new Map<string, Known>();
  const good = new Map<string, number>();

  function show(event: EventRecord): Shown {
    const { start, end, status } = event;
    const plain = {
      start,
      end,
      time: null,
      firstDay: null,
      otherDay: null,
      printedDay: null,
      missing: false,
      status,
      stale: null,
    };
    const one = known.get(event.id);
    const last = one?.seen.findLast(({ told }) => told !== null);
    if (one === undefined || !last?.told) return plain;
    const day = dayOf(last.told);
    const isOwn = day >= start && day <= end;
    const isMoved =
      !isOwn &&
      agreed(
        tailOf(
          one.seen.filter(({ told }) => told !== null),
          (each) => each.told !== null && dayOf(each.told) === day && each.printed === start,
        ),
      );
    const lacking = tailOf(one.seen, ({ told }) => told === null);
    const hour = day === start || isMoved ? usable(last.told, start === end) : null;
    const isOff = status !== "confirmed";
    const [from, to] = isMoved ? [day, addDays(day, daysBetween(start, end))] : [start, end];
    return {
      start: from,
      end: to,
      time: from === to ? hour : null,
      firstDay: from === to || hour === null ? null : ofFirstDay(hour),
      otherDay: isOwn || isMoved ? null : day,
      printedDay: isMoved ? start : null,
      // That what is cancelled is taken out of a calendar goes without saying.
      missing: !isOff && last.told.status !== "cancelled" && agreed(lacking),
      status: isOff ? status : (last.told.status ?? status),
      stale: one.stale,
    };
  }

  /** Rule 1: the calendars of upcoming events. */
  function wanted(printed: readonly EventRecord[], at: number): readonly string[] {
    return printed
      .filter((event) => event.status !== "cancelled" && isComing(show(event), dayAt(at)))
      .map((event) => calendarOf(event));
  }

  /** Rules 4 to 7; `printed` are all events, and `today` is the day on which it is read. */
  function take({ at, url, told }: Believed, printed: readonly EventRecord[]): void {
    const today = dayAt(at);
    good.set(url, at);
    const ahead = printed.filter((event) => {
      const last = known.get(event.id)?.seen.findLast((each) => each.told !== null)?.told;
      return show(event).end >= today || (last != null && dayOf(last) >= today);
    });
    const covered = ahead.filter(
      (event) => event.status !== "cancelled" && isComing(show(event), today) && calendarOf(event) === url,
    );
    const isFull = url.includes("meetup.com") && told.length >= MOST;
    const last = told.reduce((day, each) => (dayOf(each) > day ? dayOf(each) : day), "");
    const doubted = new Set<string>();
    const found = byPage(told, ahead, doubted);
    // Of its last day a full calendar may have cut off any.
    const rest = covered.filter((event) => !found.has(event.id) && !(isFull && show(event).start >= last));
    const free = told.filter(({ page }) => !printed.some((event) => pagesOf(event).includes(page)));
    const evenings = rest.map((event) => ({ event, some: free.filter((each) => dayOf(each) === show(event).start) }));
    for (const { event, some } of evenings) {
      const [only] = some;
      const rivals = evenings.filter((other) => other.some.some((each) => some.includes(each)));
      if (only !== undefined && some.length === 1 && rivals.length === 1) found.set(event.id, [only]);
      else if (only !== undefined) doubted.add(event.id);
    }
    for (const event of printed) {
      const here = found.get(event.id);
      const [only] = here ?? [];
      const one = known.get(event.id);
      if (here !== undefined) {
        // An event has one source: the calendar that it is looked for in.
        if (calendarOf(event) !== url) continue;
        // Two of the same page, or a day that is past: it says nothing.
        if (only === undefined || here.length > 1 || (dayOf(only) < today && dayOf(only) < event.start)) continue;
        const kept = one ?? { pages: new Set(), seen: [], url, stale: null };
        kept.pages.add(only.page);
        kept.seen.push({ at, told: only, printed: event.start });
        known.set(event.id, Object.assign(kept, { url, stale: null }));
      } else if (one !== undefined && covered.includes(event) && !doubted.has(event.id)) {
        const day = dayOf(one.seen.findLast((each) => each.told !== null)!.told!);
        if (told.length > 0 && (!isFull || last > day)) one.seen.push({ at, told: null, printed: event.start });
      }
    }
  }

  /** Events by their page as it is printed, else by one that a reading swapped it for, else by a former one. */
  function byPage(told: readonly Told[], ahead: readonly EventRecord[], doubted: Set<string>): Map<string, Told[]> {
    const found = new Map<string, Told[]>();
    for (const each of told) {
      const ways = [
        (event: EventRecord) => [pageOf(event.url ?? "")],
        (event: EventRecord) => [...(known.get(event.id)?.pages ?? [])],
        (event: EventRecord) => event.listings.map((listing) => pageOf(listing.url ?? "")),
      ];
      const all = ways.map((way) => ahead.filter((event) => way(event).includes(each.page)));
      const some = all.find(({ length }) => length > 0) ?? [];
      const onDay = some.filter((event) => isOnDay(event, each));
      // The newsletter may have a gathering twice: both are on its day.
      const chosen = onDay.length > 0 || some.length > 1 ? onDay : some;
      for (const { id } of chosen) found.set(id, [...(found.get(id) ?? []), each]);
      if (chosen.length === 0) for (const { id } of some) doubted.add(id);
    }
    for (const event of ahead) {
      const onDay = found.get(event.id)?.filter((each) => isOnDay(event, each)) ?? [];
      if (onDay.length > 0) found.set(event.id, onDay);
    }
    return found;
  }

  function isOnDay(event: EventRecord, each: Told): boolean {
    const { start, end } = show(event);
    const day = dayOf(each);
    return (day >= start && day <= end) || (day >= event.start && day <= event.end);
  }

  function pagesOf(event: EventRecord): readonly string[] {
    const printed = [event.url, ...event.listings.map(({ url }) => url)].map((url) => pageOf(url ?? ""));
    return [...printed, ...(known.get(event.id)?.pages ?? [])];
  }

  /** Rule 8, at the end of a run. */
  function ends(at: number, printed: readonly EventRecord[]): void {
    for (const event of printed) {
      const one = known.get(event.id);
      if (one === undefined || show(event).end < dayAt(at)) continue;
      const last = dayAt(good.get(one.url)!);
      one.stale = addDays(last, 14) < dayAt(at) ? last : null;
    }
  }

  return { show, wanted, take, ends };
}

/** Where an event is looked for. */
function calendarOf({ url, groups }: EventRecord): string {
  const names = Object.keys(HOSTS) as HostName[];
  const host = names.find((name) => HOSTS[name].group.name === groups[0]?.name)!;
  return calendarAt(host, url?.split("/").filter(Boolean).at(-1) ?? "");
}

/** Whether two of them, of which the second came later, are 20 hours apart. */
function agreed(some: readonly Seen[]): boolean {
  return some.some(({ at }, index) => some.slice(index).some((later) => later.at - at >= 20 * HOUR));
}

/** The last ones, one after the other, for which it holds. */
function tailOf(some: readonly Seen[], holds: (seen: Seen) => boolean): readonly Seen[] {
  return some.slice(some.findLastIndex((each) => !holds(each)) + 1);
}

function isComing({ start, end }: Shown, today: LocalDate): boolean {
  return end >= today && start <= addDays(today, 60);
}

/** An end on a later day is none of the first day's; midnight is. */
function ofFirstDay({ start, end, timeZone }: EventTime): EventTime {
  const midnight = `${addDays(start.slice(0, 10), 1)}T00:00:00`;
  return { start, end: end !== null && end <= midnight ? end : null, timeZone };
}

/** Rule 5, of an event that is printed with one day or several. */
function usable({ start, end, zone }: Told, isOneDay: boolean): EventTime | null {
  // Midnight without an end, or to midnight, means all-day; in UTC it may be a time.
  const isWhole = end === null ? zone !== null : /T(00:00:00|23:59:..)$/.test(end) && (zone !== null || end > start);
  if (start.endsWith("T00:00:00") && isWhole) return null;
  const lasts = end === null ? 0 : Date.parse(`${end}Z`) - Date.parse(`${start}Z`);
  const isUsable = lasts > 0 && (lasts <= 24 * HOUR || !isOneDay);
  return { start, end: isUsable ? end : null, timeZone: zone };
}

function dayOf({ start }: Pick<Told, "start"> | { readonly start: LocalDateTime }): LocalDate {
  return start.slice(0, 10);
}

function dayAt(at: number): LocalDate {
  return new Date(at).toISOString().slice(0, 10);
}
