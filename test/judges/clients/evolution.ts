import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addDays } from "../../../src/model/date.ts";
import { endAllOf, runWell } from "../program.ts";
import type { Held, Subscribe } from "./client.ts";

/** Evolution's data server, which GNOME Calendar shows, asked over D-Bus. */
export const evolution: Subscribe = (url, folder) => {
  const { hostname, port, pathname } = new URL(url);
  const sources = join(folder, "config", "evolution", "sources");
  mkdirSync(sources, { recursive: true });
  mkdirSync(join(folder, "run"), { recursive: true, mode: 0o700 });
  writeFileSync(
    join(sources, "rust.source"),
    `[Data Source]
DisplayName=Rust
Enabled=true
Parent=webcal-stub
[Calendar]
BackendName=webcal
Selected=true
[Authentication]
Host=${hostname}
Port=${port}
Method=none
[Security]
Method=none
[WebDAV Backend]
ResourcePath=${pathname}
[Refresh]
Enabled=true
IntervalMinutes=1440
[Offline]
StaySynchronized=true
`,
  );
  const env = {
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, "config"),
    XDG_DATA_HOME: join(folder, "data"),
    XDG_CACHE_HOME: join(folder, "cache"),
    XDG_RUNTIME_DIR: join(folder, "run"),
    GSETTINGS_BACKEND: "memory",
    LC_ALL: "C.UTF-8",
    TZ: "UTC",
  };
  return {
    async sync({ title, start }) {
      try {
        const script = join(import.meta.dirname, "evolution.py");
        const text = await runWell("dbus-run-session", ["--", "/usr/bin/python3", script, title, start], { env });
        return text.split("\n").flatMap((line): Held[] => {
          if (line === "") return [];
          const { end, ...event } = JSON.parse(line) as Held & { end: string };
          return [{ ...event, last: event.start.includes("T") ? end : addDays(end, -1) }];
        });
      } finally {
        endAllOf(folder);
      }
    },
  };
};
