import type { CallRecord } from "../model/call.ts";
import type { LocalDate } from "../model/date.ts";
import type { DataSet } from "../model/event.ts";

/** The data set whose events say when their calls for papers close: `call` of each event that one is of, the latest to close. */
export function withCalls(data: DataSet): DataSet {
  const byEvent = new Map<string, CallRecord>();
  for (const call of data.calls) if (call.event !== null) byEvent.set(call.event, call);
  if (byEvent.size === 0) return data;
  const events = data.events.map((event) => {
    const call = byEvent.get(event.id);
    if (call === undefined) return event;
    const { id, url, closes, closesAt, rolling, extended } = call;
    return { ...event, call: { id, url, closes, closesAt, rolling, extended } };
  });
  return { ...data, events };
}

/** The calls that may still matter on the day `since` or later: not closed long before, or of a conference still ahead. */
export function callsSince(calls: readonly CallRecord[], since: LocalDate): readonly CallRecord[] {
  return calls.filter(({ closes, end, lastListed }) => [closes, end, lastListed].some((day) => (day ?? "") >= since));
}
