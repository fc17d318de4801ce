import { join } from "node:path";
import { escaped } from "./faults.ts";
import { runWell } from "./program.ts";
import type { ReadEvent } from "./readers/lines.ts";
import { LIBICAL, type Reader } from "./readers.ts";

/** What a reader printed, by file. */
export interface Found {
  readonly events: ReadonlyMap<string, readonly ReadEvent[]>;
  readonly problems: ReadonlyMap<string, readonly string[]>;
}

/** Lets `reader` read `files`; what has to be compiled is, into `folder`. `env` as in `runProgram`. */
export async function readFiles(
  reader: Reader,
  files: readonly string[],
  folder: string,
  { seconds = 120, env = {} }: { readonly seconds?: number; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Found> {
  const [command, ...args] = reader.run;
  const program = command === LIBICAL.program ? await compiled(folder) : command;
  const input = files.map((file) => `${file}\n`).join("");
  const lines = (await runWell(program, args, { input, seconds, env })).split("\n").slice(0, -1);
  const events = new Map<string, ReadEvent[]>();
  const problems = new Map<string, string[]>();
  for (const line of lines) {
    const { file, problem, ...event } = JSON.parse(line) as ReadEvent & { file: string; problem?: string };
    if (problem === undefined) add(events, file, event);
    else add(problems, file, problem);
  }
  return { events, problems };
}

/** The event as a reader with known faults gives it. */
export function asRead({ unescaped, rehoured }: Reader, event: ReadEvent): ReadEvent {
  const altered = (text: string | null) => (text === null ? null : (unescaped?.(escaped(text)) ?? text));
  const hour = event.here === undefined ? event : (rehoured?.(event) ?? event);
  return { ...hour, summary: altered(event.summary), location: altered(event.location) };
}

/** Rows that are wanted and were not read, with `-`, and those that were read beyond them, with `+`. */
export function rowDifferences(wanted: readonly string[], read: readonly string[]): string[] {
  const [left, right] = [new Set(wanted), new Set(read)];
  const count = wanted.length === read.length ? [] : [`${read.length} events instead of ${wanted.length}`];
  const missing = wanted.filter((line) => !right.has(line)).map((line) => `- ${line}`);
  return [...count, ...missing, ...read.filter((line) => !left.has(line)).map((line) => `+ ${line}`)];
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/** The reader that is written in C. */
async function compiled(folder: string): Promise<string> {
  const flags = (await runWell("pkgconf", ["--cflags", "--libs", "libical"])).trim().split(/\s+/);
  const program = join(folder, LIBICAL.program);
  await runWell("cc", ["-O1", "-Wall", "-Werror", LIBICAL.source, "-o", program, ...flags]);
  return program;
}
