import type { Listing } from "../../model/listing.ts";
import { createGroupIndex } from "../../normalize/groups.ts";
import { normalizeIssue } from "../../normalize/issue.ts";
import { createIssueParser } from "../../parse/issue.ts";
import { type Command, EXIT, readArgs, UsageError } from "./command.ts";
import { issuesAt } from "./files.ts";
import { terminalLog } from "./log.ts";
import { jsonLines, printProblems } from "./output.ts";
import { loadGazetteer } from "./pipeline.ts";

export const command: Command = {
  help: `usage: twir-calendar parse FILE|DIR…

Prints the listings of issues as JSON Lines on standard output, and problems, file:line: rule: message, on standard error.
Of a folder, the files named like 2025-01-08-….md or .markdown are read, oldest first.

exit codes: 0 done, problems or not · 2 wrong usage · 4 a file cannot be read
`,
  async run(args) {
    const { positionals } = readArgs(args, {});
    if (positionals.length === 0) throw new UsageError('"parse" needs the files or folders to read');
    const issues = await issuesAt(positionals);
    const log = terminalLog();
    const parser = createIssueParser();
    const context = { gazetteer: loadGazetteer(), groups: createGroupIndex(), nearOf: () => [] };
    const lines = jsonLines();
    for (const [index, file] of issues.entries()) {
      const printed = parser.parse(file);
      const understood = normalizeIssue(printed, context);
      for (const listing of understood.listings) await lines.write(asPrinted(listing));
      printProblems(file.path, [...printed.problems, ...understood.problems]);
      log.progress(index + 1, issues.length, "issues");
    }
    await lines.end();
    return EXIT.ok;
  },
};

/** The fields of a listing alone, in their order. */
function asPrinted(listing: Listing): Listing {
  const { issue, line, sub, region, start, end, mode, places, groups, title, url, links, status } = listing;
  const number = sub === undefined ? {} : { sub };
  return { issue, line, ...number, region, start, end, mode, places, groups, title, url, links, status };
}
