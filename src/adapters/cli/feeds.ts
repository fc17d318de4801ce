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

/** In the working folder: a checkout's own, as npm scripts run in its root. */
const USUAL_FOLDER = "feeds";

export const command: Command = {
  help: `usage: twir-calendar feeds [OPTIONS]

Writes the calendars of all events, of each region and of the groups of the last year as files, as of the newest issue,
so that any file host can publish the folder as it is. The bytes are those that "serve" answers on the same paths. A
calendar that is in the folder already stays, empty if need be. Files that did not change are not touched.

  --to DIR           the folder; feeds in this one unless told
  --data FILE        the data set; the one that comes with the program unless told
  --times FILE       the hours that "times" has read; times.json beside the data set unless told
  --url URL          public address of the folder; the one it was written for before unless told, else the calendars
                     name none
  --uid-domain NAME  what follows the @ in every event's UID (twir-calendar); must never change for one publication

exit codes: 0 done · 1 a file cannot be written, or a link in the folder leads out of it · 2 wrong usage · 3 the data set is missing, broken or empty
`,
  async run(args) {
    const { values, positionals } = readArgs(args, OPTIONS);
    if (positionals.length > 0) throw new UsageError(`"feeds" takes no arguments, not "${positionals.join(" ")}"`);
    const store = await loadedStore(values);
    const data = await store.read();
    const folder = values.to ?? USUAL_FOLDER;
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
