import { createApp } from "../../http/app.ts";
import { nodeEncoders } from "../node/compress.ts";
import { fileEdition } from "../node/edition.ts";
import { stayLean } from "../node/memory.ts";
import { startServer } from "../node.ts";
import { type Command, EXIT, readArgs, UsageError, wholeNumber } from "./command.ts";
import { EMBEDDED_DATA } from "./files.ts";
import { terminalLog } from "./log.ts";
import { print } from "./output.ts";
import { clockOf, loadedStore, SITE_HELP, SITE_OPTIONS, siteOf } from "./site.ts";

const OPTIONS = { ...SITE_OPTIONS, port: { type: "string" }, host: { type: "string" } } as const;

export const command: Command = {
  help: `usage: twir-calendar serve [OPTIONS]

Serves the calendars, the API and the pages until it is interrupted, and prints the addresses to subscribe to.
When the data set's file is replaced, by "sync" for one, the next answers come from the new one.

  --port PORT        8787; 0 takes any free one
  --host HOST        127.0.0.1; 0.0.0.0 opens the server to the network
${SITE_HELP}

exit codes: 0 interrupted · 1 the port cannot be had · 2 wrong usage · 3 the data set is missing or broken
`,
  async run(args) {
    const { values, positionals } = readArgs(args, OPTIONS);
    if (positionals.length > 0) throw new UsageError(`"serve" takes no arguments, not "${positionals.join(" ")}"`);
    const port = wholeNumber("port", values.port ?? "8787", 0, 65_535);
    const hostname = values.host ?? "127.0.0.1";
    stayLean();
    const store = await loadedStore(values);
    const clock = clockOf(values);
    siteOf(values, "http://localhost");

    // The port is known only now where any free one was asked for, and the site's address names it.
    let app: ReturnType<typeof createApp> | null = null;
    const server = await startServer(
      { fetch: (request) => app?.fetch(request) ?? new Response(null, { status: 503 }) },
      { port, hostname, edition: fileEdition(values.data ?? EMBEDDED_DATA, clock) },
    ).catch((error: NodeJS.ErrnoException) => {
      throw new Error(`cannot listen on ${hostname}, port ${port}: ${error.message}`);
    });
    const site = siteOf(values, `http://${hostForUrl(hostname)}:${server.port}`);
    app = createApp({ store, clock, site, log: terminalLog(), encoders: nodeEncoders() });
    const old = await tooOld(app, values.data);
    await print(welcome(site.url));
    if (old !== null) terminalLog().warn(old);
    await interrupted();
    await server.close();
    return EXIT.ok;
  },
};

function hostForUrl(hostname: string): string {
  if (hostname === "0.0.0.0" || hostname === "::" || hostname === "127.0.0.1") return "localhost";
  return hostname.includes(":") ? `[${hostname}]` : hostname;
}

/** Says that newer issues are missing, as /health does; null when all is well. */
async function tooOld(app: ReturnType<typeof createApp>, file: string | undefined): Promise<string | null> {
  const health: unknown = await (await app.request("/health")).json();
  const { newestIssue, ageDays, stale } = health as Readonly<Record<"newestIssue" | "ageDays" | "stale", unknown>>;
  if (stale !== true) return null;
  const what =
    newestIssue === null ? "no issue is read in yet" : `the newest issue is of ${newestIssue}, ${ageDays} days ago`;
  return `${what}; "twir-calendar sync${file === undefined ? "" : ` --data ${file}`}" brings the data set up to date`;
}

function welcome(url: string): string {
  return `The calendars are at ${url}/

subscribe to
  all events       ${url}/events.ics
  virtual events   ${url}/regions/virtual.ics
  a region         ${url}/regions/europe.ics (africa, asia, europe, north-america, oceania, south-america)
  a group          ${url}/groups/rust-berlin.ics
  with a filter    ${url}/events.ics?country=DE,CH&mode=in-person
  every feed       ${url}/feeds.json
`;
}

/** Resolves at the first SIGINT or SIGTERM; the second one ends the program at once. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
