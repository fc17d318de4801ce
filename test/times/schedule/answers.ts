import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { timedStore } from "../../../src/adapters/store/timed.ts";
import { decodeTimes, encodeTimes } from "../../../src/adapters/times/codec.ts";
import { createApp } from "../../../src/http/app.ts";
import type { LocalDate } from "../../../src/model/date.ts";
import type { DataSet } from "../../../src/model/event.ts";
import type { TimesData } from "../../../src/model/times.ts";
import { FORMATS } from "../../../src/render/formats.ts";

const SITE = { url: "https://site.example", domain: "uid.example" };

/**
 * What a fresh app answers over the data set and what was read, as it is stored: each body with its ETag. Days of readings are
 * left out.
 */
export async function answersOf(
  data: DataSet,
  times: TimesData | null,
  today: LocalDate,
): Promise<Readonly<Record<string, string>>> {
  const stored = times === null ? null : decodeTimes(encodeTimes(times), "times.json");
  const store = timedStore(memoryStore(data), { read: async () => stored, replace: async () => {} });
  const app = createApp({ store, clock: { today: () => today }, site: SITE });
  const [first] = stored?.events ?? [];
  const one = first === undefined ? [] : [`/events/${first.event}`, `/events/${first.event}.json`];
  const lists = ["/events", ...FORMATS.map((format) => `/events.${format}`), "/changes", "/changes.json", "/feeds"];
  const answers: Record<string, string> = {};
  for (const path of lists) {
    const response = await app.request(path);
    answers[path] = `${response.status} ${response.headers.get("etag")} ${await response.text()}`;
  }
  for (const path of one) {
    const response = await app.request(path);
    answers[path] = `${response.status} ${withoutLast(await response.text())}`;
  }
  return answers;
}

/** The day on which the event was last found in its organiser's calendar is told at its own page and JSON alone. */
function withoutLast(text: string): string {
  return text.replace(/"lastRead": ?"[^"]*"/, "").replace(/; first read on .*, last read on .*/, "");
}
