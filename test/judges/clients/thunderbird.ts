import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DateTime } from "luxon";
import { addDays } from "../../../src/model/date.ts";
import { endAllOf, runProgram } from "../program.ts";
import type { Held, Subscribe } from "./client.ts";

const ID = "5f0c7f2e-3c55-4c8b-9d3a-6a3c5a1b7d11";

/** Thunderbird without a display; it reads the feed at its start. */
export const thunderbird: Subscribe = (url, folder) => {
  const profile = join(folder, "profile");
  mkdirSync(profile, { recursive: true });
  const prefs: Readonly<Record<string, string | boolean>> = {
    [`calendar.registry.${ID}.type`]: "ics",
    [`calendar.registry.${ID}.uri`]: url,
    [`calendar.registry.${ID}.name`]: "Rust",
    [`calendar.registry.${ID}.cache.enabled`]: true,
    [`calendar.registry.${ID}.readOnly`]: true,
    [`calendar.registry.${ID}.refreshInterval`]: "1",
    "calendar.timezone.local": "UTC",
    "calendar.timezone.useSystemTimezone": false,
    "app.update.enabled": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "mail.provider.suppress_dialog_on_startup": true,
    "mail.spotlight.firstRunDone": true,
    "network.captive-portal-service.enabled": false,
  };
  const lines = Object.entries(prefs).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  writeFileSync(join(profile, "prefs.js"), lines.join(""));
  const env = {
    HOME: folder,
    XDG_CACHE_HOME: join(folder, "cache"),
    TMPDIR: folder,
    TZ: "UTC",
    MOZ_CRASHREPORTER_DISABLE: "1",
  };
  return {
    async sync({ title, start }) {
      const stop = new AbortController();
      const args = ["--", "thunderbird", "--headless", "--no-remote", "--profile", profile, "-calendar"];
      const ended = runProgram("dbus-run-session", args, { env, seconds: 150, signal: stop.signal });
      let held: readonly Held[] = [];
      try {
        const isThere = () => held.some((event) => event.title === title && event.start === start);
        for (let left = 120; left > 0 && !isThere(); left--) {
          await Promise.race([new Promise((resolve) => setTimeout(resolve, 1_000)), ended]);
          held = read(profile, join(folder, "copy"));
        }
        // A second copy of an event would come late: it writes them one after another.
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        held = read(profile, join(folder, "copy"));
      } finally {
        stop.abort();
        await ended;
        endAllOf(folder);
      }
      return held;
    },
  };
};

/** What the cache of its calendars holds, from a copy of the files: Thunderbird keeps them locked. */
function read(profile: string, copy: string): readonly Held[] {
  const data = join(profile, "calendar-data");
  if (!existsSync(join(data, "cache.sqlite"))) return [];
  mkdirSync(copy, { recursive: true });
  for (const name of readdirSync(data).filter((file) => file.startsWith("cache.sqlite") && !file.endsWith("-shm")))
    cpSync(join(data, name), join(copy, name));
  const database = new DatabaseSync(join(copy, "cache.sqlite"));
  try {
    const events = database.prepare("select * from cal_events").all();
    const properties = database.prepare("select item_id, key, cast(value as text) as value from cal_properties").all();
    return events.map((row) => {
      const own = properties.filter(({ item_id }) => item_id === row.id);
      const location = own.find(({ key }) => key === "LOCATION")?.value ?? "";
      const [start, end] = [when(row.event_start, row.event_start_tz), when(row.event_end, row.event_end_tz)];
      const stored = JSON.stringify([row, own]);
      return {
        uid: String(row.id),
        title: String(row.title),
        location: String(location),
        start,
        last: start.includes("T") ? end : addDays(end, -1),
        stored,
      };
    });
  } catch (error) {
    // Copied in the middle of a write, or before there are tables.
    if (/malformed|no such table|locked|disk image/.test(String(error))) return [];
    throw error;
  } finally {
    database.close();
  }
}

/** Microseconds since 1970, and the zone in which they are shown: days are midnights of none. */
function when(value: unknown, zone: unknown): string {
  const moment = new Date(Number(value) / 1_000);
  if (zone === "floating") return moment.toISOString().slice(0, 10);
  return `${DateTime.fromJSDate(moment, { zone: String(zone) }).toFormat("yyyy-MM-dd'T'HH:mm")} ${zone}`;
}
