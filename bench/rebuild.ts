import { buildLean } from "../src/adapters/node/memory.ts";
import { loadPipeline } from "../src/adapters/node/pipeline.ts";
import { folderSource } from "../src/adapters/source/folder.ts";
import { fileStore } from "../src/adapters/store/file.ts";
import { sync } from "../src/sync.ts";
import { peakMegabytes, timed } from "./child.ts";

/**
 * Builds a data set of all issues of a folder: read, parse, normalize, merge, write. `node bench/rebuild.ts FOLDER FILE` prints
 * `{ms, loadMs, issues, events, peakMegabytes}`; `ms` includes `loadMs`, for loading places and corrections.
 */
const [folder, file] = process.argv.slice(2) as [string, string];
buildLean();
const log = { info() {}, warn: console.error, progress() {} };
const load = await timed(() => loadPipeline());
const { ms, value } = await timed(() =>
  sync({ source: folderSource(folder), store: fileStore(file), pipeline: load.value, log, rebuild: true }),
);
const { issues, events } = value.data!;
const size = { issues: issues.length, events: events.length };
console.log(JSON.stringify({ ms: load.ms + ms, loadMs: load.ms, ...size, peakMegabytes: peakMegabytes() }));
