import { buildLean } from "../src/adapters/node/memory.ts";
import { loadPipeline } from "../src/adapters/node/pipeline.ts";
import { folderSource } from "../src/adapters/source/folder.ts";
import { fileStore } from "../src/adapters/store/file.ts";
import { sync } from "../src/sync.ts";
import { timed } from "./child.ts";

/**
 * Builds a data set of all issues of a folder but the newest, then adds that one, in a new process.
 * `node bench/next.ts FOLDER_WITHOUT FOLDER FILE` prints milliseconds `{rebuildMs, addMs}`: read, parse, normalize, merge
 * and write all; parse, normalize and merge one.
 */
const [without, folder, file] = process.argv.slice(2) as [string, string, string];
buildLean();
const log = { info() {}, warn: console.error, progress() {} };
const store = fileStore(file);
const rebuild = await timed(async () =>
  sync({ source: folderSource(without), store, pipeline: await loadPipeline(), log, rebuild: true }),
);
const source = folderSource(folder);
const newest = (await source.list()).at(-1)!;
const [text, data, pipeline] = [await source.read(newest), await store.read(), await loadPipeline()];
const add = await timed(() => pipeline.add(data, [{ ...newest, text }]));
console.log(JSON.stringify({ rebuildMs: rebuild.ms, addMs: add.ms }));
