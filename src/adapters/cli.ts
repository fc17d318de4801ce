import { readFileSync } from "node:fs";
import { type Command, EXIT, type ExitCode, ending, UsageError } from "./cli/command.ts";
import { endWithReader, print } from "./cli/output.ts";

/** Each command is loaded only when it runs, so that `serve` does not load the parser. */
const COMMANDS: Readonly<Record<string, { readonly summary: string; load(): Promise<{ readonly command: Command }> }>> =
  {
    parse: {
      summary: "print listings of issues as JSON Lines, and problems",
      load: () => import("./cli/parse.ts"),
    },
    events: { summary: "print events of a folder of issues as JSON Lines", load: () => import("./cli/events.ts") },
    cfps: {
      summary: "print calls for papers of a folder of issues as JSON Lines",
      load: () => import("./cli/cfps.ts"),
    },
    place: { summary: "resolve printed places", load: () => import("./cli/place.ts") },
    sync: { summary: "update the data set, then read start times", load: () => import("./cli/sync.ts") },
    times: {
      summary: "read start times of upcoming events from organisers' calendars",
      load: () => import("./cli/times.ts"),
    },
    serve: { summary: "serve the calendars over HTTP", load: () => import("./cli/serve.ts") },
    feeds: { summary: "write the calendars as files, for static hosting", load: () => import("./cli/feeds.ts") },
    get: { summary: "answer one request without a server", load: () => import("./cli/get.ts") },
    coverage: { summary: "count how every bullet was read, by year", load: () => import("./cli/coverage.ts") },
  };

const HELP = `twir-calendar: calendars of the world's Rust events, read from This Week in Rust

usage: twir-calendar COMMAND [OPTIONS] …

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`)
  .join("\n")}

  --help      show this help, or the help of a command
  --version   show the version

exit codes: 0 done · 1 failed, or the response is an error · 2 usage error · 3 the data set is missing or broken, or the
times file is broken · 4 the source of issues, or every organiser's calendar that was due, is unreachable or unreadable ·
5 an issue is held back
`;

async function main(args: readonly string[]): Promise<ExitCode> {
  const [name = "", ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") return say(HELP);
  if (name === "--version") return say(`${version()}\n`);
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const known = `commands: ${Object.keys(COMMANDS).join(", ")}`;
  if (!entry) throw new UsageError(name === "" ? `missing command; ${known}` : `unknown command "${name}"; ${known}`);
  const { command } = await entry.load();
  if (isHelp(rest)) return say(command.help);
  return command.run(rest);
}

function isHelp(args: readonly string[]): boolean {
  const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  return options.includes("--help") || options.includes("-h");
}

async function say(text: string): Promise<ExitCode> {
  await print(text);
  return EXIT.ok;
}

function version(): string {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
}

endWithReader();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { code, message } = ending(error);
  process.stderr.write(`twir-calendar: ${message}\n`);
  if (code === EXIT.usage) process.stderr.write(`try "twir-calendar --help"\n`);
  process.exitCode = code;
}
