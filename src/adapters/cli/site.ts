import type { Site } from "../../http/site.ts";
import type { DataSet } from "../../model/event.ts";
import type { Clock } from "../../ports.ts";
import { clockAt, systemClock } from "../clock.ts";
import { EMBEDDED_DATA } from "../embedded-data.ts";
import { terminalLog } from "../node/log.ts";
import { siteAt, UID_DOMAIN } from "../site.ts";
import { fileStore } from "../store/file.ts";
import { type TimedStore, timedStore } from "../store/timed.ts";
import { fileTimes, timesPath } from "../times/file.ts";
import { UsageError } from "./command.ts";

/** Options of the commands that answer requests. */
export const SITE_OPTIONS = {
  data: { type: "string" },
  times: { type: "string" },
  url: { type: "string" },
  "uid-domain": { type: "string" },
  today: { type: "string" },
} as const;

export const SITE_HELP = `  --data FILE        data set (default: the one included with the program)
  --times FILE       start times read by "times" (default: times.json next to the data set)
  --url URL          public address, used in links in the calendars
  --uid-domain NAME  domain after the @ in every event's UID (default: ${UID_DOMAIN}); never change it once published
  --today DATE       answer as of this day, YYYY-MM-DD`;

export interface SiteValues {
  readonly data?: string | undefined;
  readonly times?: string | undefined;
  readonly url?: string | undefined;
  readonly "uid-domain"?: string | undefined;
  readonly today?: string | undefined;
}

/**
 * A store of the data set joined with start times. The data set is read and validated immediately, so that a broken one ends
 * the program before it answers anything; a broken times file is logged, and events are served as all-day. `open` opens a file.
 */
export async function loadedStore(values: Pick<SiteValues, "data" | "times">, open = fileStore): Promise<TimedStore> {
  const path = values.data ?? EMBEDDED_DATA;
  const store = open(path);
  const data = await store.read();
  let first: DataSet | null = data;
  const loaded = {
    ...store,
    async read() {
      const ready = first;
      first = null;
      return ready !== null && ready.version === (await store.version()) ? ready : store.read();
    },
  };
  return timedStore(loaded, fileTimes(values.times ?? timesPath(path)), terminalLog());
}

/** The site that the options describe; `address` is the default of `--url`, empty for none. Throws {@link UsageError}. */
export function siteOf(values: Pick<SiteValues, "url" | "uid-domain">, address: string): Site {
  try {
    const url = values.url ?? (address === "" ? null : address);
    return siteAt(url, values["uid-domain"] ?? UID_DOMAIN, { url: "--url", domain: "--uid-domain" });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** A clock fixed to `--today`, or the system's. Throws {@link UsageError} for an invalid date. */
export function clockOf({ today }: SiteValues): Clock {
  if (today === undefined) return systemClock;
  try {
    return clockAt(today);
  } catch (error) {
    throw new UsageError(`--today: ${(error as Error).message}`);
  }
}
