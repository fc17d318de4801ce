import { readFileSync } from "node:fs";

/** What every reader says of one event; texts as the library gives them. */
export interface ReadEvent {
  readonly uid: string | null;
  /** A day as `YYYY-MM-DD`; an hour as `YYYY-MM-DDTHH:MM:SS` on the clocks by which the calendar tells it. */
  readonly start: string | null;
  /** Exclusive. */
  readonly end: string | null;
  /** Start and end on the clocks of the viewer, `TZ`, with their offset from UTC; of hours alone, where moments are told. */
  readonly here?: readonly [start: string | null, end: string | null];
  readonly summary: string | null;
  readonly location: string | null;
}

/** A moment on the clocks of the viewer: `2026-03-10T14:00:00-04:00`. */
export function onClocksHere(moment: Date): string {
  const east = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + east * 60_000).toISOString().slice(0, 19);
  const [hours, minutes] = [Math.trunc(Math.abs(east) / 60), Math.abs(east) % 60].map((n) =>
    String(n).padStart(2, "0"),
  );
  return `${local}${east < 0 ? "-" : "+"}${hours}:${minutes}`;
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
