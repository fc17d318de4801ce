import type { IssueRef } from "../../model/event.ts";
import type { DraftReport } from "../../sync/draft.ts";
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

Updates the data set: adds new issues. If a known issue was edited, or older ones were added, rebuilds the data set from
all issues; events keep their ids. The file is replaced atomically, and only if something changed. Problems in the new
issues are printed to standard error. Then reads start times of upcoming events from their organisers' calendars, like
"times"; the result does not affect the exit code.

  --data FILE        data set (default: the one included with the program)
  --times FILE       where start times are stored (default: times.json next to the data set)
  --rebuild          rebuild from all issues of the source, even if nothing changed
  --draft            also read the draft of the next issue, and store its events next to the data set, which is not
                     modified; "serve --draft" shows them
${SOURCE_HELP}
${TIMES_HELP}

exit codes: 0 up to date · 1 some changes need issues that this source does not have (new issues were added), or cannot write
the file · 2 usage error · 3 the data set is broken · 4 the source is unreachable or unreadable · 5 the newest issue lists
less than half of the median number of events, and is held back until a later issue does not, or until it is listed under
"publish" in data/overrides.json. After 2, 3 and 4 the data set is unchanged.
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

/** Logs failures, which leave the stored times unchanged. */
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
    log.warn(`${shown(hours)}: unchanged: ${(error as Error).message}`);
  }
}

function heldBack({ file, listings }: IssueRef, usual: number): string {
  return `${file} is held back: it lists ${listings} ${listings === 1 ? "event" : "events"}, the median is ${usual}; to publish it, list it under "publish" in data/overrides.json`;
}

const WAY_OUT = 'use a source with all issues (--from may be repeated), or "--rebuild" to rebuild from these';

function draftSummary({ file, ref, failed }: DraftReport): string {
  if (failed !== null) return "unchanged";
  if (file === null) return "no draft";
  if (ref === null) return `up to date: ${file}`;
  return `added ${file}, which lists ${ref.listings === 1 ? "1 event" : `${ref.listings} events`} so far`;
}

function summary({ plan, before, data, held, left }: SyncReport): string {
  if (!data) return "the source has no issues";
  const has = `${data.issues.length} issues, ${data.events.length} events, newest issue ${data.newestIssue ?? "none"}`;
  if (plan.kind === "nothing") return `${held.length > 0 || left !== null ? "unchanged" : "up to date"}: ${has}`;
  const taken = plan.files.length === 1 ? "1 issue" : `${plan.files.length} issues`;
  const difference = data.events.length - (before?.events.length ?? 0);
  const more = `${difference >= 0 ? "+" : ""}${difference} events`;
  return `${plan.kind === "add" ? "added" : "rebuilt from"} ${taken} (${more}): ${has}`;
}
