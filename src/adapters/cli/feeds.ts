import { createApp } from "../../http/app.ts";
import { clockAt } from "../clock.ts";
import { publicationOf, publishedAt, publishedIn, writePublication } from "../publish.ts";
import { shown } from "../shown.ts";
import { type Command, EXIT, readArgs, UsageError } from "./command.ts";
import { print } from "./output.ts";
import { loadedStore, siteOf } from "./site.ts";

const OPTIONS = {
  data: { type: "string" },
  times: { type: "string" },
  to: { type: "string" },
  url: { type: "string" },
  "uid-domain": { type: "string" },
} as const;

/** Relative to the working directory; npm scripts run in the root of a checkout. */
const DEFAULT_FOLDER = "feeds";

export const command: Command = {
  help: `usage: twir-calendar feeds [OPTIONS]

Writes the calendars of all events, of each region and of the groups of the last year as files, as of the newest issue.
Any file host can publish the folder as it is. The contents are the same as what "serve" answers on the same paths.
Calendars already in the folder are kept, even if they become empty. Files that did not change are not touched.

  --to DIR           output folder (default: feeds)
  --data FILE        data set (default: the one included with the program)
  --times FILE       start times read by "times" (default: times.json next to the data set)
  --url URL          public address of the folder (default: the one it was last written for, or else none)
  --uid-domain NAME  domain after the @ in every event's UID (default: twir-calendar); never change it once published

exit codes: 0 done · 1 cannot write a file, or a link in the folder points outside it · 2 usage error · 3 the data set is
missing, broken or empty
`,
  async run(args) {
    const { values, positionals } = readArgs(args, OPTIONS);
    if (positionals.length > 0) throw new UsageError(`"feeds" takes no arguments, not "${positionals.join(" ")}"`);
    const store = await loadedStore(values);
    const data = await store.read();
    const folder = values.to ?? DEFAULT_FOLDER;
    const site = siteOf(values, await publishedAt(folder));
    const app = createApp({ store, clock: clockAt(data.newestIssue ?? "1970-01-01"), site });
    const files = await publicationOf(app, data, site.url, await publishedIn(folder));
    const written = await writePublication(folder, files);
    await print(
      `${shown(folder)}: ${files.size} files as of ${data.newestIssue ?? "no issue"}, ${written.length} written\n`,
    );
    return EXIT.ok;
  },
};
