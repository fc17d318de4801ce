import { listingReader } from "../listings.ts";
import { terminalLog } from "../node/log.ts";
import { loadGazetteer } from "../node/pipeline.ts";
import { type Command, EXIT, readArgs, UsageError } from "./command.ts";
import { issuesAt } from "./files.ts";
import { jsonLines, printProblems } from "./output.ts";

export const command: Command = {
  help: `usage: twir-calendar parse FILE|DIR…

Prints the listings of issues as JSON Lines to standard output, and problems, file:line: rule: message, to standard error.
In a folder, reads the files named like 2025-01-08-….md or .markdown, oldest first. Skips those that are not regular files
or are larger than 4 MiB, with a warning.

exit codes: 0 done, with or without problems · 2 usage error · 4 cannot read a file
`,
  async run(args) {
    const { positionals } = readArgs(args, {});
    if (positionals.length === 0) throw new UsageError('"parse" needs files or folders to read');
    const issues = await issuesAt(positionals);
    const log = terminalLog();
    const read = listingReader(loadGazetteer());
    const lines = jsonLines();
    for (const [index, file] of issues.entries()) {
      const { listings, problems } = read(file);
      for (const listing of listings) await lines.write(listing);
      printProblems(file.path, problems);
      log.progress(index + 1, issues.length, "issues");
    }
    await lines.end();
    return EXIT.ok;
  },
};
