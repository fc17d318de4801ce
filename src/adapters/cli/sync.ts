import { join } from "node:path";
import type { IssueRef } from "../../model/event.ts";
import type { IssueSource } from "../../ports.ts";
import { type SyncReport, sync } from "../../sync.ts";
import { folderSource } from "../source/folder.ts";
import { githubSource } from "../source/github.ts";
import { cacheFolder, fileMemory } from "../source/memory.ts";
import { fileStore } from "../store/file.ts";
import { type Command, EXIT, readArgs, UsageError, wholeNumber } from "./command.ts";
import { EMBEDDED_DATA, shown } from "./files.ts";
import { terminalLog } from "./log.ts";
import { print, printProblems } from "./output.ts";

const OPTIONS = {
  data: { type: "string" },
  from: { type: "string", multiple: true },
  rebuild: { type: "boolean" },
  repository: { type: "string" },
  ref: { type: "string" },
  api: { type: "string" },
  raw: { type: "string" },
  "time-limit": { type: "string" },
} as const;

export const command: Command = {
  help: `usage: twir-calendar sync [OPTIONS]

Brings the data set up to date: takes in the issues that it does not have. When a known issue was edited, or older ones
came to light, it is built anew from all issues, and events keep their ids. The file is replaced whole or not at all, and
only when something changed. Problems in the issues that were taken in go to standard error.

  --from DIR         a folder of issues, named like 2025-01-08-….md; repeat it to read several as one. Without it the
                     issues come from GitHub; GITHUB_TOKEN in the environment raises the rate limit
  --data FILE        the data set; the one that comes with the program unless told
  --rebuild          build anew from what the source has, whether anything changed or not
  --repository NAME  rust-lang/this-week-in-rust
  --ref REF          branch, tag or commit; the default branch unless told
  --api URL          https://api.github.com
  --raw URL          https://raw.githubusercontent.com
  --time-limit SEC   for all that is asked of GitHub; 120 seconds

exit codes: 0 up to date · 1 not all was possible with this source (new issues are in), or the file cannot be written ·
2 wrong usage · 3 the data set is broken · 4 the source cannot be reached or read · 5 the newest issue lists less than
half of what is usual, and is held back until a later one does not, or data/overrides.json names it under "publish".
After 2, 3 and 4 the data set is as it was.
`,
  async run(args) {
    const { values, positionals } = readArgs(args, OPTIONS);
    if (positionals.length > 0) throw new UsageError(`"sync" takes no arguments, not "${positionals.join(" ")}"`);
    const path = values.data ?? EMBEDDED_DATA;
    const source = sourceOf(values);
    const { loadPipeline } = await import("./pipeline.ts");
    const options = { source, store: fileStore(path), log: terminalLog(), pipeline: await loadPipeline() };
    const report = await sync({ ...options, rebuild: values.rebuild ?? false });
    for (const problem of report.problems) printProblems(problem.file ?? problem.issue, [problem]);
    for (const { ref, usual } of report.held) terminalLog().warn(heldBack(ref, usual));
    await print(`${shown(path)}: ${summary(report)}\n`);
    if (report.left !== null) throw new Error(`${shown(path)}: ${report.left.because}; ${WAY_OUT}`);
    return report.held.length > 0 ? EXIT.held : EXIT.ok;
  },
};

function heldBack({ file, listings }: IssueRef, usual: number): string {
  return `${file} is held back: it lists ${listings} ${listings === 1 ? "event" : "events"}, where ${usual} are usual; if that is right, say so under "publish" in data/overrides.json`;
}

const WAY_OUT = 'give a source with all issues (--from may be repeated), or "--rebuild" to do with these';

interface SourceValues {
  readonly from?: readonly string[] | undefined;
  readonly repository?: string | undefined;
  readonly ref?: string | undefined;
  readonly api?: string | undefined;
  readonly raw?: string | undefined;
  readonly "time-limit"?: string | undefined;
}

function sourceOf(values: SourceValues): IssueSource {
  const { from, repository, ref, api, raw, "time-limit": limit } = values;
  if (from) {
    if (repository || ref || api || raw || limit)
      throw new UsageError("--from reads folders: the other options are GitHub's");
    return folderSource(...from);
  }
  return githubSource({
    ...(repository ? { repository } : {}),
    ...(ref ? { ref } : {}),
    ...(api ? { api } : {}),
    ...(raw ? { raw } : {}),
    ...(limit ? { timeLimitMs: 1_000 * wholeNumber("time-limit", limit, 1, 86_400) } : {}),
    token: process.env.GITHUB_TOKEN || undefined,
    memory: fileMemory(join(cacheFolder(process.env), "listing.json")),
  });
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
