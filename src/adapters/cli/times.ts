import { TimesBroken } from "../../ports.ts";
import type { ReadingReport, TimesReport } from "../../times/run.ts";
import { hasHalved } from "../../times/watch.ts";
import { steadyClock } from "../clock.ts";
import { EMBEDDED_DATA } from "../embedded-data.ts";
import { terminalLog } from "../node/log.ts";
import { shown } from "../shown.ts";
import { fileStore } from "../store/file.ts";
import { fileTimes, timesPath } from "../times/file.ts";
import { readFromHosts } from "../times/read.ts";
import { type Command, EXIT, readArgs, UsageError, wholeNumber } from "./command.ts";
import { print } from "./output.ts";
import { clockOf } from "./site.ts";
import { timesValues } from "./times-options.ts";
import { counted, summaryOf, summaryText } from "./times-summary.ts";

const OPTIONS = {
  data: { type: "string" },
  times: { type: "string" },
  organisers: { type: "string" },
  today: { type: "string" },
  only: { type: "string" },
  all: { type: "boolean" },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
  "time-limit": { type: "string" },
  via: { type: "string" },
} as const;

export const command: Command = {
  help: `usage: twir-calendar times [OPTIONS]

Reads start times of upcoming events from their organisers' calendars: on Meetup, on Luma, and the pages and calendars in
data/organisers.json. Each calendar is requested at most once in 20 hours, with 2 s between requests to the same host.
Calendars that cannot be read, or look wrong, change nothing. Prints a line for each calendar and a summary; problems are
printed to standard error. Set TWIR_CONTACT in the environment to give organisers' hosts a contact address.

  --data FILE        data set (default: the one included with the program)
  --times FILE       where start times are stored (default: times.json next to the data set)
  --organisers FILE  list of calendars (default: data/organisers.json)
  --today DATE       read as of this day, YYYY-MM-DD
  --only GROUP       only read calendars with events of this group, by its slug: rust-berlin
  --all              also read calendars that are not due
  --dry-run          print what was read of each event as JSON Lines, and write nothing
  --json             print the lines and the summary as JSON Lines
  --time-limit SEC   start no new calendar after this time, in seconds (default: 900)
  --via ADDRESS      for tests and mirrors: fetch https://HOST/PATH from ADDRESS/HOST/PATH instead, without pauses

exit codes: 0 done, even if single calendars failed · 1 cannot write the file · 2 usage error · 3 the data set is missing or
broken, or the times file is broken · 4 calendars were due, and none could be read
`,
  async run(args) {
    const { values, positionals } = readArgs(args, OPTIONS);
    if (positionals.length > 0) throw new UsageError(`"times" takes no arguments, not "${positionals.join(" ")}"`);
    const { data = EMBEDDED_DATA, "dry-run": dry = false, json = false } = values;
    const limit = values["time-limit"];
    const limitSeconds = limit === undefined ? undefined : wholeNumber("time-limit", limit, 1, 86_400);
    const whom = await timesValues(values);
    const path = values.times ?? timesPath(data);
    const log = terminalLog();
    const { only, all } = values;
    const report = await readFromHosts(
      { store: fileStore(data), times: fileTimes(path) },
      { ...whom, only, all, limitSeconds },
      {
        now: nowOf(values.today),
        dry,
        onProgress: (done, total) => log.progress(done, total, "calendars"),
        onReading: (reading) => printReading(reading, { dry, json }),
      },
    ).catch((error: Error) => {
      if (error instanceof TimesBroken)
        throw new TimesBroken(`${error.message}: restore it, or delete it to start over`);
      throw error;
    });
    if (json && !dry) await print(`${JSON.stringify({ summary: summaryOf(report) })}\n`);
    else if (!dry) await print(`${shown(path)}: ${summaryText(report)}\n`);
    if (hasHalved(report.times.shares))
      log.warn("the share of events with a start time has halved: has a source changed its format?");
    return isVain(report) ? EXIT.source : EXIT.ok;
  },
};

/** With `today`, the clock starts at noon UTC of that day, and advances. */
function nowOf(today: string | undefined): () => number {
  const now = steadyClock();
  const offset = today === undefined ? 0 : Date.parse(`${clockOf({ today }).today()}T12:00:00Z`) - now();
  return () => now() + offset;
}

async function printReading(reading: ReadingReport, { dry, json }: { readonly dry: boolean; readonly json: boolean }) {
  const { calendar, outcome, entries, matched, message, problems, records } = reading;
  for (const { rule, event, message: what } of problems)
    process.stderr.write(`${calendar.url}: ${rule}: ${event === null ? "" : `${event} `}${what}\n`);
  if (dry) await print(records.map((record) => `${JSON.stringify(record)}\n`).join(""));
  else if (json) await print(`${JSON.stringify({ ...calendar, outcome, entries, matched, message })}\n`);
  else await print(`${calendar.url}: ${lineOf(reading)}\n`);
}

/** `read: 5 entries, 3 known events`, `not-found: HTTP 404` */
function lineOf({ outcome, entries, matched, message }: ReadingReport): string {
  if (message !== null) return `${outcome}: ${message}`;
  if (outcome === "empty") return "empty: no upcoming events";
  return `${outcome}: ${counted(entries, "entry", "entries")}, ${counted(matched, "known event", "known events")}`;
}

function isVain({ readings, left }: TimesReport): boolean {
  const good = readings.some(({ outcome }) => outcome === "read" || outcome === "empty");
  return !good && readings.length + left > 0;
}
