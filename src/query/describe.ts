import { USUAL_RADIUS } from "./near.ts";
import type { EventQuery } from "./query.ts";
import { regionOf } from "./region.ts";
import { weekdayName } from "./weekdays.ts";

const ONLINE = { include: "with online events", only: "online", hide: "nothing online alone" } as const;

/** The query's filters in words for a calendar's name: `Europe · DE, CH · “async”`. Empty when nothing is filtered. */
export function describeQuery(query: EventQuery): string {
  const { from, to, days, starts, tz, weekday } = query;
  const zone = tz === undefined ? "" : ` (${tz})`;
  const parts = [
    ...(query.region ?? []).map((slug) => regionOf(slug) ?? slug),
    ...(query.mode ?? []),
    query.country?.join(", "),
    query.city?.join(", "),
    query.group?.join(", "),
    query.q?.map((phrase) => `“${phrase}”`).join(" or "),
    query.near && `within ${query.radius ?? USUAL_RADIUS} km of ${query.near.replace(",", ", ")}`,
    query.online && ONLINE[query.online],
    query.multiday && (query.multiday === "only" ? "several days" : "single days"),
    query.cancelled && (query.cancelled === "only" ? "cancelled" : "without cancelled"),
    weekday && `${weekday.map(weekdayName).join(", ")}${starts === undefined ? zone : ""}`,
    starts && `beginning ${starts.replace("-", "–")}${zone}`,
    query.timed && (query.timed === "only" ? "with an hour" : "without an hour"),
    from && `from ${from}`,
    to && `to ${to}`,
    days && (days === 1 ? "1 day" : `${days} days`),
  ];
  return parts.filter((part) => part !== undefined).join(" · ");
}
