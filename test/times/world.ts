import { createAsk } from "../../src/adapters/times/ask-node.ts";
import type { DataSet, EventRecord } from "../../src/model/event.ts";
import type { TimesData } from "../../src/model/times.ts";
import { joinTimes } from "../../src/times/join.ts";
import { type Organisers, readOrganisers } from "../../src/times/organisers.ts";
import { readTimes, type TimesOptions, type TimesReport } from "../../src/times/run.ts";
import { dataSet, event } from "../render/events.ts";
import type { Replay } from "./replay/server.ts";

const HOUR = 3_600_000;

/** An event of a Meetup group in Berlin on 12 November 2026, but for `given`. */
export function listed(given: Partial<EventRecord> = {}): EventRecord {
  return event({
    id: "hack",
    start: "2026-11-12",
    url: "https://www.meetup.com/rust-sampleville/events/399900101/",
    groups: [{ slug: "rust-sampleville", name: "Rust Sampleville", url: "https://www.meetup.com/rust-sampleville/" }],
    created: "2026-10-14",
    updated: "2026-10-14",
    ...given,
  });
}

/** A data set, what was read of it, and a clock: all that runs of readings need. */
export interface World {
  /** As the newsletter prints them. */
  printed: DataSet;
  readonly times: TimesData | null;
  /** Advances the clock by the given number of hours, and reads what is due. */
  read(hours?: number, more?: Partial<TimesOptions>): Promise<TimesReport>;
  /** Moves the clock by hours. */
  tick(hours: number): void;
  /** The events as they are served. */
  served(): readonly EventRecord[];
  one(id?: string): EventRecord;
}

/** Begins at noon on 1 November 2026; hosts are played by `server`. */
export function world(
  server: Pick<Replay, "via">,
  events: readonly EventRecord[],
  { organisers = {}, limitMs = 500 }: { readonly organisers?: object; readonly limitMs?: number } = {},
): World {
  const whom: Organisers = readOrganisers(organisers);
  const ask = createAsk({ userAgent: "twir-calendar/test (+https://calendar.example)", via: server.via, limitMs });
  let times: TimesData | null = null;
  let now = Date.parse("2026-11-01T12:00:00Z");
  const state = {
    printed: dataSet(events),
    get times() {
      return times;
    },
    tick(hours: number) {
      now += hours * HOUR;
    },
    async read(hours = 0, more: Partial<TimesOptions> = {}) {
      now += hours * HOUR;
      const wait = async (ms: number) => {
        now += ms;
      };
      const report = await readTimes({
        data: state.printed,
        times,
        organisers: whom,
        ask,
        wait,
        now: () => now,
        pauseMs: 0,
        ...more,
      });
      times = report.times;
      return report;
    },
    served: () => joinTimes(state.printed, times).events,
    one(id = "hack") {
      const found = state.served().find((each) => each.id === id);
      if (found === undefined) throw new Error(`no event is called ${id}`);
      return found;
    },
  };
  return state;
}
