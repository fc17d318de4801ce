import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runWell } from "../program.ts";
import type { Held, Subscribe } from "./client.ts";

/** Separates fields and lines, as no event has it. */
const [FIELD, LINE] = ["\u001f", "\u001e"];

/** The zone in which khal shows everything. */
export const KHAL_ZONE = "America/New_York";

/** vdirsyncer fetches, khal lists. */
export const khal: Subscribe = (url, folder) => {
  const calendar = join(folder, "calendar");
  mkdirSync(calendar, { recursive: true });
  const [sync, list] = [join(folder, "vdirsyncer.conf"), join(folder, "khal.conf")];
  writeFileSync(
    sync,
    `[general]
status_path = "${folder}/status/"
[pair rust]
a = "here"
b = "there"
collections = null
conflict_resolution = "b wins"
[storage here]
type = "filesystem"
path = "${calendar}"
fileext = ".ics"
[storage there]
type = "http"
url = "${url}"
`,
  );
  writeFileSync(
    list,
    `[calendars]
[[rust]]
path = ${calendar}
[locale]
local_timezone = ${KHAL_ZONE}
default_timezone = ${KHAL_ZONE}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = ${folder}/khal.db
`,
  );
  const env = {
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CACHE_HOME: folder,
    LC_ALL: "C.UTF-8",
  };
  return {
    async sync() {
      await runWell("vdirsyncer", ["-c", sync, "discover"], { env, input: "y\n".repeat(5) });
      await runWell("vdirsyncer", ["-c", sync, "sync"], { env });
      const format = `${["{start-date} {start-time}", "{end-date} {end-time}", "{uid}", "{title}", "{location}"].join(FIELD)}${LINE}`;
      const args = ["-c", list, "--no-color", "list", "--once", "--notstarted", "--day-format", "", "--format", format];
      const text = await runWell("khal", [...args, "2026-01-01", "365d"], { env });
      const stored = storedIn(calendar);
      return text.split(LINE).flatMap((part): Held[] => {
        const [from = "", until = "", uid = "", title = "", location = ""] = part.trim().split(FIELD);
        if (part.trim() === "") return [];
        return [{ start: when(from), last: when(until), uid, title, location, stored: stored.get(uid) ?? "" }];
      });
    },
  };
};

/** A day and a time of day, which days do not have. */
function when(shown: string): string {
  const [day = "", time = ""] = shown.split(" ");
  return time === "" ? day : `${day}T${time} ${KHAL_ZONE}`;
}

/** The files that vdirsyncer wrote, by UID; two of one UID are put together. */
function storedIn(calendar: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const name of readdirSync(calendar)) {
    const text = readFileSync(join(calendar, name), "utf8");
    const uid = /^UID:(.*)$/m.exec(text)?.[1]?.trim() ?? name;
    files.set(uid, (files.get(uid) ?? "") + text);
  }
  return files;
}
