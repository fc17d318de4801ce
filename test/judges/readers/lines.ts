import { readFileSync } from "node:fs";

/** What every reader says of one event; texts as the library gives them, days as `YYYY-MM-DD`. */
export interface ReadEvent {
  readonly uid: string | null;
  readonly start: string | null;
  /** Exclusive. */
  readonly end: string | null;
  readonly summary: string | null;
  readonly location: string | null;
}

/** Reads each calendar that standard input names and prints its events, or what went wrong, as JSON Lines. */
export async function readAll(events: (text: string) => Promise<readonly ReadEvent[]> | readonly ReadEvent[]) {
  const out: string[] = [];
  for (const file of readFileSync(0, "utf8").split("\n")) {
    if (file === "") continue;
    try {
      for (const event of await events(readFileSync(file, "utf8"))) out.push(JSON.stringify({ file, ...event }));
    } catch (error) {
      out.push(JSON.stringify({ file, problem: String(error) }));
    }
  }
  process.stdout.write(out.map((line) => `${line}\n`).join(""));
}
