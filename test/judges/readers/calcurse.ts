import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays } from "../../../src/model/date.ts";
import { type ReadEvent, readAll } from "./lines.ts";

/** `03/10/2026 @ 19:00 -> 03/10/2026 @ 21:30>note |title`, on the clocks of the viewer. */
const TIMED = /^(\S+) @ (\S+) -> (\S+) @ (\d\d:\d\d) ?(?:>([0-9a-f]{40}) )?\|(.*)$/s;

/** `03/10/2026 [1] {1D -> 03/12/2026} >note title`: calcurse writes a longer event as one that recurs daily. */
const LINE = /^(\d\d)\/(\d\d)\/(\d{4}) \[1\](?: \{1D -> (\d\d)\/(\d\d)\/(\d{4})\})? (?:>([0-9a-f]{40}) )?(.*)$/s;

await readAll((calendar) => {
  const folder = mkdtempSync(join(tmpdir(), "calcurse-"));
  try {
    const file = join(folder, "feed.ics");
    writeFileSync(file, calendar);
    const { stdout, stderr } = spawnSync("calcurse", ["-D", folder, "-C", folder, "-i", file], {
      encoding: "utf8",
      input: "",
      timeout: 60_000,
      env: { ...process.env, TMPDIR: folder, LC_ALL: "C.UTF-8" },
    });
    if (!/ 0 skipped/.test(stdout)) throw new Error(`${stdout} ${stderr}`);
    const lines = readFileSync(join(folder, "apts"), "utf8").split("\n").slice(0, -1);
    return lines.map((line) => eventOf(line, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function eventOf(line: string, folder: string): ReadEvent {
  const timed = TIMED.exec(line);
  if (timed !== null) {
    const [, day = "", time, lastDay = "", until, note, summary = ""] = timed;
    const [start, end] = [`${isoOf(day)}T${time}:00`, `${isoOf(lastDay)}T${until}:00`];
    return { uid: null, start, end, summary, location: locationOf(note, folder) };
  }
  const found = LINE.exec(line);
  if (found === null) throw new Error(`a line of another kind: ${line}`);
  const [, month, day, year, lastMonth, lastDay, lastYear, note, summary = ""] = found;
  const start = `${year}-${month}-${day}`;
  const last = lastYear === undefined ? start : `${lastYear}-${lastMonth}-${lastDay}`;
  return { uid: null, start, end: addDays(last, 1), summary, location: locationOf(note, folder) };
}

/** `03/10/2026` → `2026-03-10` */
function isoOf(day: string): string {
  return day.replace(/^(..)\/(..)\/(....)$/, "$3-$1-$2");
}

function locationOf(note: string | undefined, folder: string): string | null {
  const text = note === undefined ? "" : readFileSync(join(folder, "notes", note), "utf8");
  return /\n-- \n(?:.*\n)*?Location: (.*)\n/.exec(`\n${text}\n`)?.[1] ?? null;
}
