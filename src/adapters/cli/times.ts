import { TimesBroken } from "../../ports.ts";
import type { ReadingTold, TimesReport } from "../../times/run.ts";
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

Reads the hours of coming events from their organisers' own calendars: those on Meetup and Luma, pages and calendars that
data/organisers.json names. Each calendar is asked at most once in 20 hours, with 2 s between two requests to one host.
What cannot be read, or believed, changes nothing. Prints a line for each calendar and a summary; problems go to standard
error. TWIR_CONTACT in the environment tells organisers' hosts where to learn who asks.

  --data FILE        the data set; the one that comes with the program unless told
  --times FILE       where what was read is kept; times.json beside the data set unless told
  --organisers FILE  whose calendars are read; data/organisers.json unless told
  --today DATE       read as of this day, YYYY-MM-DD
  --only GROUP       only calendars with events of this group, by its slug: rust-berlin
  --all              read also what is not due
  --dry-run          print what was read of each event as JSON Lines, and write nothing
  --json             print the lines and the summary as JSON Lines
  --time-limit SEC   begin no calendar after so many seconds; 900 unless told
  --via ADDRESS      for tests and mirrors: ask for https://HOST/PATH at ADDRESS/HOST/PATH, without pauses

exit codes: 0 done, also where single calendars failed · 1 the file cannot be written · 2 wrong usage · 3 the data set or
what was read before is missing or broken · 4 calendars were due, and none could be read
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
        onReading: (told) => tellReading(told, { dry, json }),
      },
    ).catch((error: Error) => {
      if (error instanceof TimesBroken)
        throw new TimesBroken(`${error.message}: restore it, or delete it to begin anew`);
      throw error;
    });
    if (json && !dry) await print(`${JSON.stringify({ summary: summaryOf(report) })}\n`);
    else if (!dry) await print(`${shown(path)}: ${summaryText(report)}\n`);
    if (hasHalved(report.times.shares))
      log.warn("the share of events with an hour has halved: has a source changed its shape?");
    return isVain(report) ? EXIT.source : EXIT.ok;
  },
};

/** The time of day goes on, also on a day that was told. */
function nowOf(today: string | undefined): () => number {
  const now = steadyClock();
  const offset = today === undefined ? 0 : Date.parse(`${clockOf({ today }).today()}T12:00:00Z`) - now();
  return () => now() + offset;
}

async function tellReading(told: ReadingTold, { dry, json }: { readonly dry: boolean; readonly json: boolean }) {
  const { calendar, outcome, entries, matched, message, problems, records } = told;
  for (const { rule, event, message: what } of problems)
    process.stderr.write(`${calendar.url}: ${rule}: ${event === null ? "" : `${event} `}${what}\n`);
  if (dry) await print(records.map((record) => `${JSON.stringify(record)}\n`).join(""));
  else if (json) await print(`${JSON.stringify({ ...calendar, outcome, entries, matched, message })}\n`);
  else await print(`${calendar.url}: ${lineOf(told)}\n`);
}

/** `read: 5 entries, 3 known events`, `not-found: answers 404` */
function lineOf({ outcome, entries, matched, message }: ReadingTold): string {
  if (message !== null) return `${outcome}: ${message}`;
  if (outcome === "empty") return "empty: nothing is planned";
  return `${outcome}: ${counted(entries, "entry", "entries")}, ${counted(matched, "known event", "known events")}`;
}

function isVain({ readings, left }: TimesReport): boolean {
  const good = readings.some(({ outcome }) => outcome === "read" || outcome === "empty");
  return !good && readings.length + left > 0;
}
