import { buildLean } from "../node/memory.ts";
import { loadPipeline } from "../node/pipeline.ts";
import { folderSource } from "../source/folder.ts";
import { type Command, EXIT, readArgs, UsageError } from "./command.ts";
import { jsonLines } from "./output.ts";

export const command: Command = {
  help: `usage: twir-calendar events DIR…

Prints the events of all issues in the folders, each event once, as JSON Lines sorted by start, then id. Reads files named
like 2025-01-08-….md or .markdown, oldest first. Use "parse" to see their problems.

exit codes: 0 done · 2 usage error · 4 cannot read a folder
`,
  async run(args) {
    const { positionals } = readArgs(args, {});
    if (positionals.length === 0) throw new UsageError('"events" needs folders to read');
    buildLean();
    const source = folderSource(positionals);
    const files = await source.list();
    const issues = await Promise.all(files.map(async (file) => ({ ...file, text: await source.read(file) })));
    const lines = jsonLines();
    for (const event of (await loadPipeline()).build(issues, null).data.events) await lines.write(event);
    await lines.end();
    return EXIT.ok;
  },
};
