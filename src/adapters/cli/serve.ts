import { readFile, stat } from "node:fs/promises";
import { createApp } from "../../http/app.ts";
import { DataSetBroken, type SyncState } from "../../ports.ts";
import { EMBEDDED_DATA } from "../embedded-data.ts";
import { nodeEncoders } from "../node/compress.ts";
import { filesEdition } from "../node/edition.ts";
import { terminalLog } from "../node/log.ts";
import { stayLean } from "../node/memory.ts";
import { startServer } from "../node.ts";
import { replaceFile } from "../replace-file.ts";
import { ownData } from "../serve/own-data.ts";
import { reloadable } from "../serve/reload.ts";
import { syncInChild } from "../serve/spawn.ts";
import { type Syncing, startSyncing } from "../serve/syncing.ts";
import { sourceFrom } from "../source/chosen.ts";
import { cacheFolder } from "../source/memory.ts";
import { fileStore } from "../store/file.ts";
import { draftedFileStore, draftFolder } from "../store/file-drafts.ts";
import { timesPath } from "../times/file.ts";
import { type Command, EXIT, readArgs, UsageError, wholeNumber } from "./command.ts";
import { duration } from "./duration.ts";
import { print } from "./output.ts";
import { clockOf, loadedStore, SITE_HELP, SITE_OPTIONS, siteOf } from "./site.ts";
import { chosenBy, SOURCE_HELP, SOURCE_OPTIONS, type SourceValues } from "./source.ts";
import { TIMES_HELP, TIMES_OPTIONS, type TimesValues, timesValues } from "./times-options.ts";

const OPTIONS = {
  ...SITE_OPTIONS,
  ...SOURCE_OPTIONS,
  ...TIMES_OPTIONS,
  port: { type: "string" },
  host: { type: "string" },
  sync: { type: "string" },
  offline: { type: "boolean" },
  draft: { type: "boolean" },
} as const;

/** The newsletter appears once a week, and organisers' calendars are read once a day. */
const DEFAULT_INTERVAL = "6h";

export const command: Command = {
  help: `usage: twir-calendar serve [OPTIONS]

Serves the calendars, the API and the pages until it is interrupted, and prints the addresses to subscribe to. It answers
at once from the data it has, and syncs in the background: on start and then every six hours. When the data set's file is
replaced, for example by "sync", the server loads it; a broken file is ignored. SIGHUP forces a reload. SIGTERM and SIGINT
stop the server after all open requests are answered.

  --port PORT        port to listen on (default: 8787); 0 picks a free one
  --host HOST        address to listen on (default: 127.0.0.1); 0.0.0.0 opens the server to the network
${SITE_HELP}
  --draft            also show events from the draft of the next issue, marked as drafts; the draft is stored next to the
                     data set by "sync --draft", or by this command's own sync
  --offline          do not sync
  --sync INTERVAL    time between syncs, such as 30m, 1h, 1d (default: 6h; minimum: 5m with GitHub, 1s with other sources).
                     A missing data set FILE is then created from the one included with the program. Without --data, the
                     server keeps its own copy in the user's cache folder. /health shows the sync status

sources of issues and start times (not with --offline):
${SOURCE_HELP}
${TIMES_HELP}

exit codes: 0 interrupted · 1 cannot listen on the port, or cannot create FILE · 2 usage error · 3 the data set is missing or
broken
`,
  async run(args) {
    const { values, positionals } = readArgs(args, OPTIONS);
    if (positionals.length > 0) throw new UsageError(`"serve" takes no arguments, not "${positionals.join(" ")}"`);
    const port = wholeNumber("port", values.port ?? "8787", 0, 65_535);
    const hostname = values.host ?? "127.0.0.1";
    const wanted = await intervalOf(values);
    const clock = clockOf(values);
    siteOf(values, "http://localhost");
    stayLean();
    const log = terminalLog();
    const isOwn = wanted !== null && values.data === undefined;
    const begin = (reset = false) => ownData(cacheFolder(process.env), EMBEDDED_DATA, log, reset);
    const own = isOwn ? await begin() : null;
    const path = own ?? values.data ?? EMBEDDED_DATA;
    const everyMs = isOwn && own === null ? null : wanted;
    if (values.sync !== undefined) await beginAsEmbedded(path);
    const files = { data: path, times: values.times ?? timesPath(path) };
    const load = () => loadedStore(files, values.draft ? draftedFileStore : fileStore);
    const loaded = await load().catch(async (error: unknown) => {
      // The server's own copy is replaced by the one included with the program.
      if (own === null || !(error instanceof DataSetBroken)) throw error;
      await begin(true);
      return load();
    });
    const { store, again } = reloadable(loaded, log);

    // With port 0 the port, and so the address of the site, is known only after listening.
    let app: ReturnType<typeof createApp> | null = null;
    const server = await startServer(
      { fetch: (request) => app?.fetch(request) ?? new Response(null, { status: 503 }) },
      {
        port,
        hostname,
        edition: filesEdition([path, files.times, ...(values.draft ? [draftFolder(path)] : [])], clock),
      },
    ).catch((error: NodeJS.ErrnoException) => {
      throw new Error(`cannot listen on ${hostname}, port ${port}: ${error.message}`);
    });
    const site = siteOf(values, `http://${hostForUrl(hostname)}:${server.port}`);
    let syncing: Syncing | null = null;
    const syncState = async () => syncing?.state() ?? null;
    app = createApp({ store, clock, site, log, encoders: nodeEncoders(), ...(everyMs === null ? {} : { syncState }) });
    const old = await tooOld(app, values.data);
    await print(welcome(site.url, `http://${hostForUrl(hostname)}:${server.port}`));
    if (everyMs === null) {
      if (old !== null) log.warn(old);
    } else {
      const times = values["no-times"] ? null : { path: files.times, values: await timesValues(values, values.url) };
      const job = { path, source: chosenBy(values), draft: values.draft ?? false, times };
      const start = (before: SyncState | null) => syncInChild({ ...job, before });
      syncing = startSyncing({ everyMs, start, ended: () => look(app), log });
    }
    const reread = async () => {
      log.info("SIGHUP: reloading the data set");
      await again(() => look(app));
      await look(app);
    };
    process.on("SIGHUP", reread);
    await interrupted();
    await Promise.all([server.close(), syncing?.stop()]);
    return EXIT.ok;
  },
};

/** Milliseconds between syncs; null with `--offline`. Throws {@link UsageError} for options that cannot be combined. */
async function intervalOf(
  values: SourceValues & TimesValues & { readonly sync?: string | undefined; readonly offline?: boolean | undefined },
): Promise<number | null> {
  if (values.offline) {
    const names = ["sync", ...Object.keys(SOURCE_OPTIONS), ...Object.keys(TIMES_OPTIONS)] as (keyof typeof values)[];
    const given = names.find((name) => values[name] !== undefined);
    if (given !== undefined) throw new UsageError(`--${given} cannot be combined with --offline`);
    return null;
  }
  sourceFrom(chosenBy(values));
  await timesValues(values);
  const isGitHub = values.from === undefined && values.api === undefined;
  return duration("sync", values.sync ?? DEFAULT_INTERVAL, isGitHub ? "5m" : "1s", "7d");
}

async function beginAsEmbedded(path: string): Promise<void> {
  const isThere = await stat(path).catch(() => null);
  if (isThere !== null || path === EMBEDDED_DATA) return;
  await replaceFile(path, await readFile(EMBEDDED_DATA));
}

/** Makes `app` load what is stored before a client needs it. */
async function look(app: ReturnType<typeof createApp> | null): Promise<void> {
  await app?.request("/health");
}

function hostForUrl(hostname: string): string {
  if (hostname === "0.0.0.0" || hostname === "::" || hostname === "127.0.0.1") return "localhost";
  return hostname.includes(":") ? `[${hostname}]` : hostname;
}

/** A warning when `/health` reports that newer issues are missing; null otherwise. */
async function tooOld(app: ReturnType<typeof createApp>, file: string | undefined): Promise<string | null> {
  const health: unknown = await (await app.request("/health")).json();
  const { newestIssue, ageDays, stale } = health as Readonly<Record<"newestIssue" | "ageDays" | "stale", unknown>>;
  if (stale !== true) return null;
  const what =
    newestIssue === null ? "the data set has no issues" : `the newest issue is ${newestIssue}, ${ageDays} days old`;
  return `${what}; run "twir-calendar sync${file === undefined ? "" : ` --data ${file}`}" to update the data set`;
}

function welcome(url: string, here: string): string {
  return `The calendars are at ${url}/${url === here ? "" : ` (listening on ${here}/)`}

subscribe to
  all events       ${url}/events.ics
  virtual events   ${url}/regions/virtual.ics
  a region         ${url}/regions/europe.ics (africa, asia, europe, north-america, oceania, south-america)
  a group          ${url}/groups/rust-berlin.ics
  with a filter    ${url}/events.ics?country=DE,CH&mode=in-person
  every feed       ${url}/feeds.json
`;
}

/** Resolves on the first SIGINT or SIGTERM; the second one ends the program immediately. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
