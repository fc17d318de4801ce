import { once } from "node:events";
import type { Problem } from "../../model/problem.ts";

const CHUNK = 65_536;

/** Writes JSON Lines to standard output in large chunks. */
export interface Lines {
  write(record: unknown): Promise<void>;
  end(): Promise<void>;
}

/** Buffers lines; call `end` to write the last ones. */
export function jsonLines(): Lines {
  let waiting = "";
  const flush = async () => {
    const text = waiting;
    waiting = "";
    await print(text);
  };
  return {
    async write(record) {
      waiting += `${JSON.stringify(record)}\n`;
      if (waiting.length >= CHUNK) await flush();
    },
    end: flush,
  };
}

/** Writes to standard output, respecting backpressure. */
export async function print(content: string | Uint8Array): Promise<void> {
  if (content.length > 0 && !process.stdout.write(content)) await once(process.stdout, "drain");
}

/** Prints one line for each to standard error: `2025-01-08-this-week-in-rust.md:211: date-year-typo: …` */
export function printProblems(file: string, problems: readonly Problem[]): void {
  const lines = problems.map(({ line, rule, message }) => `${file}:${line}: ${rule}: ${message}\n`);
  if (lines.length > 0) process.stderr.write(lines.join(""));
}

/** Exits with 0 when the reader closes the pipe (`| head`), with 1 when the output cannot be written. */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      process.stderr.write(`twir-calendar: cannot write the output: ${error.message}\n`);
      process.exit(1);
    });
  }
}
