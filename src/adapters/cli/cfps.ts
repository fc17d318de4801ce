import type { CallRecord } from "../../model/call.ts";
import { textOf } from "../../model/text-of.ts";
import { buildLean } from "../node/memory.ts";
import { loadPipeline } from "../node/pipeline.ts";
import { folderSource } from "../source/folder.ts";
import { type Command, EXIT, readArgs, UsageError } from "./command.ts";
import { jsonLines, printProblems } from "./output.ts";

export const command: Command = {
  help: `usage: twir-calendar cfps DIR…

Prints the calls for papers of all issues in the folders, each call once, as JSON Lines sorted by deadline, those without
one last, and problems, file:line: rule: message, to standard error. Reads files named like 2025-01-08-….md or .markdown,
oldest first. "closes" is the last day, anywhere on earth; "closesAt" is the moment where the newsletter prints a time.
"event" is the id of the event that the conference is listed as, in the output of "events".

exit codes: 0 done, with or without problems · 2 usage error · 4 cannot read a folder
`,
  async run(args) {
    const { positionals } = readArgs(args, {});
    if (positionals.length === 0) throw new UsageError('"cfps" needs folders to read');
    buildLean();
    const source = folderSource(positionals);
    const files = await source.list();
    const issues = await Promise.all(files.map(async (file) => ({ ...file, text: textOf(await source.read(file)) })));
    const { data, problems } = (await loadPipeline()).build(issues, null);
    for (const problem of problems) if (problem.rule.startsWith("call-")) printProblems(problem.file ?? "", [problem]);
    const lines = jsonLines();
    for (const call of data.calls) await lines.write(printed(call));
    await lines.end();
    return EXIT.ok;
  },
};

/** The fields of a call that the command prints, in order. */
function printed({
  id,
  name,
  url,
  site,
  closes,
  closesAt,
  rolling,
  start,
  end,
  mode,
  places,
  event,
  listings,
}: CallRecord) {
  return { id, name, url, site, closes, closesAt, rolling, start, end, mode, places, event, listings };
}
