import { createApp } from "../../http/app.ts";
import { type Command, EXIT, readArgs, UsageError } from "./command.ts";
import { print } from "./output.ts";
import { clockOf, loadedStore, SITE_HELP, SITE_OPTIONS, siteOf } from "./site.ts";

const OPTIONS = { ...SITE_OPTIONS, include: { type: "boolean", short: "i" } } as const;

export const command: Command = {
  help: `usage: twir-calendar get [OPTIONS] PATH

Answers one request without a server. Prints the body to standard output, and the status to standard error if it is an
error.

  twir-calendar get '/events.ics?region=Virtual&from=2026-01-01'

  -i, --include      print the status and the headers before the body, and do not follow redirects
${SITE_HELP}

exit codes: 0 the status is below 400 · 1 the status is 400 or above · 2 usage error · 3 the data set is missing or broken
`,
  async run(args) {
    const { values, positionals } = readArgs(args, OPTIONS);
    const [path = ""] = positionals;
    if (positionals.length !== 1) throw new UsageError(`"get" takes one path, got ${positionals.length}`);
    if (!path.startsWith("/")) throw new UsageError(`a path starts with a slash, not "${path}"`);
    const site = siteOf(values, "http://localhost:8787");
    const app = createApp({ store: await loadedStore(values), clock: clockOf(values), site });
    const { origin } = new URL(site.url);
    const first = await app.fetch(new Request(origin + path));
    const location = values.include ? null : first.headers.get("location");
    const response = location === null ? first : await app.fetch(new Request(new URL(location, origin)));
    const status = `${response.status} ${response.statusText}`.trim();
    if (values.include) {
      const headers = [...response.headers].map(([name, value]) => `${name}: ${value}\n`);
      await print(`HTTP ${status}\n${headers.join("")}\n`);
    }
    await print(new Uint8Array(await response.arrayBuffer()));
    if (response.status < 400) return EXIT.ok;
    process.stderr.write(`twir-calendar: ${path}: ${status}\n`);
    return EXIT.failed;
  },
};
