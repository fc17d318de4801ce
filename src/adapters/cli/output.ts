import { once } from "node:events";
import type { Problem } from "../../model/problem.ts";

const CHUNK = 65_536;

/** Standard output as JSON Lines, written in large pieces. */
export interface Lines {
  write(record: unknown): Promise<void>;
  end(): Promise<void>;
}

/** Lines of which none is written yet; what was not ended may be missing. */
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

/** Writes to standard output, as fast as its reader reads. */
export async function print(content: string | Uint8Array): Promise<void> {
  if (content.length > 0 && !process.stdout.write(content)) await once(process.stdout, "drain");
}

/** One line each on standard error: `2025-01-08-this-week-in-rust.md:211: date-slip: …` */
export function printProblems(file: string, problems: readonly Problem[]): void {
  const lines = problems.map(({ line, rule, message }) => `${file}:${line}: ${rule}: ${message}\n`);
  if (lines.length > 0) process.stderr.write(lines.join(""));
}

/** A reader that has enough (`| head`) ends the program in peace. */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      process.stderr.write(`twir-calendar: the output cannot be written: ${error.message}\n`);
      process.exit(1);
    });
  }
}
