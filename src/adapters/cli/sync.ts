import type { IssueRef } from "../../model/event.ts";
import type { Laid } from "../../sync/draft.ts";
import { type SyncReport, sync } from "../../sync.ts";
import { steadyClock } from "../clock.ts";
import { EMBEDDED_DATA } from "../embedded-data.ts";
import { terminalLog } from "../node/log.ts";
import { buildLean } from "../node/memory.ts";
import { shown } from "../shown.ts";
import { sourceFrom } from "../source/chosen.ts";
import { fileStore } from "../store/file.ts";
import { draftFolder, fileDrafts } from "../store/file-drafts.ts";
import { fileTimes, timesPath } from "../times/file.ts";
import type { ReadValues } from "../times/list.ts";
import { type Command, EXIT, readArgs, UsageError } from "./command.ts";
import { print, printProblems } from "./output.ts";
import { chosenBy, SOURCE_HELP, SOURCE_OPTIONS } from "./source.ts";
import { TIMES_HELP, TIMES_OPTIONS, timesValues } from "./times-options.ts";
import { summaryText } from "./times-summary.ts";

const OPTIONS = {
  ...SOURCE_OPTIONS,
  data: { type: "string" },
  ...TIMES_OPTIONS,
  times: { type: "string" },
  rebuild: { type: "boolean" },
  draft: { type: "boolean" },
} as const;

export const command: Command = {
  help: `usage: twir-calendar sync [OPTIONS]

Brings the data set up to date: takes in the issues that it does not have. When a known issue was edited, or older ones
came to light, it is built anew from all issues, and events keep their ids. The file is replaced whole or not at all, and
only when something changed. Problems in the issues that were taken in go to standard error. Then reads the hours of coming
events from their organisers' calendars, as "times" does; what comes of that changes no exit code.

  --data FILE        the data set; the one that comes with the program unless told
  --times FILE       where hours are kept; times.json beside the data set unless told
  --rebuild          build anew from what the source has, whether anything changed or not
  --draft            read the coming issue's draft, too, and keep what it announces beside the data set, which stays as it
                     is without: "serve --draft" shows it
${SOURCE_HELP}
${TIMES_HELP}

exit codes: 0 up to date · 1 not all was possible with this source (new issues are in), or the file cannot be written ·
2 wrong usage · 3 the data set is broken · 4 the source cannot be reached or read · 5 the newest issue lists less than
half of what is usual, and is held back until a later one does not, or data/overrides.json names it under "publish".
After 2, 3 and 4 the data set is as it was.
`,
  async run(args) {
    const { values, positionals } = readArgs(args, OPTIONS);
    if (positionals.length > 0) throw new UsageError(`"sync" takes no arguments, not "${positionals.join(" ")}"`);
    buildLean();
    const path = values.data ?? EMBEDDED_DATA;
    const source = sourceFrom(chosenBy(values));
    const whom = values["no-times"] ? null : await timesValues(values);
    const { loadPipeline } = await import("../node/pipeline.ts");
    const drafts = values.draft ? { drafts: fileDrafts(path) } : {};
    const options = { source, store: fileStore(path), log: terminalLog(), pipeline: await loadPipeline(), ...drafts };
    const report = await sync({ ...options, rebuild: values.rebuild ?? false });
    for (const problem of report.problems) printProblems(problem.file ?? problem.issue, [problem]);
    for (const problem of report.draft?.problems ?? []) printProblems(`draft/${problem.file}`, [problem]);
    for (const { ref, usual } of report.held) terminalLog().warn(heldBack(ref, usual));
    await print(`${shown(path)}: ${summary(report)}\n`);
    if (report.draft !== null) await print(`${shown(draftFolder(path))}: ${draftSummary(report.draft)}\n`);
    if (whom !== null && report.data !== null) await readHours(path, values.times ?? timesPath(path), whom);
    if (report.left !== null) throw new Error(`${shown(path)}: ${report.left.because}; ${WAY_OUT}`);
    return report.held.length > 0 ? EXIT.held : EXIT.ok;
  },
};

/** What cannot be read leaves the hours as they were. */
async function readHours(path: string, hours: string, whom: ReadValues): Promise<void> {
  const log = terminalLog();
  const onProgress = (done: number, total: number) => log.progress(done, total, "calendars");
  try {
    const { readFromHosts } = await import("../times/read.ts");
    const report = await readFromHosts({ store: fileStore(path), times: fileTimes(hours) }, whom, {
      now: steadyClock(),
      onProgress,
    });
    if (report.readings.length + report.left > 0) await print(`${shown(hours)}: ${summaryText(report)}\n`);
  } catch (error) {
    log.warn(`${shown(hours)}: is as it was: ${(error as Error).message}`);
  }
}

function heldBack({ file, listings }: IssueRef, usual: number): string {
  return `${file} is held back: it lists ${listings} ${listings === 1 ? "event" : "events"}, where ${usual} are usual; if that is right, say so under "publish" in data/overrides.json`;
}

const WAY_OUT = 'give a source with all issues (--from may be repeated), or "--rebuild" to do with these';

function draftSummary({ file, ref, failed }: Laid): string {
  if (failed !== null) return "as it was";
  if (file === null) return "no issue is in draft";
  if (ref === null) return `up to date: ${file}`;
  return `took in ${file}: it lists ${ref.listings === 1 ? "1 event" : `${ref.listings} events`} up to now`;
}

function summary({ plan, before, data, held, left }: SyncReport): string {
  if (!data) return "the source has no issue";
  const has = `${data.issues.length} issues, ${data.events.length} events, newest issue ${data.newestIssue ?? "none"}`;
  if (plan.kind === "nothing") return `${held.length > 0 || left !== null ? "as it was" : "up to date"}: ${has}`;
  const taken = plan.files.length === 1 ? "1 issue" : `${plan.files.length} issues`;
  const difference = data.events.length - (before?.events.length ?? 0);
  const more = `${difference >= 0 ? "+" : ""}${difference} events`;
  return `${plan.kind === "add" ? "took in" : "built anew from"} ${taken} (${more}): ${has}`;
}
