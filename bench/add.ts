import { buildLean } from "../src/adapters/node/memory.ts";
import { loadPipeline } from "../src/adapters/node/pipeline.ts";
import { folderSource } from "../src/adapters/source/folder.ts";
import { fileStore } from "../src/adapters/store/file.ts";
import { timed } from "./child.ts";

/**
 * Adds the newest issue of a folder to the data set of all others. `node bench/add.ts FOLDER FILE` prints milliseconds
 * `{loadMs, listMs, readMs, addMs, writeMs}`: loading places and corrections, listing the folder, reading the stored data set and
 * the issue, adding it, writing the new data set.
 */
const [folder, file] = process.argv.slice(2) as [string, string];
buildLean();
const store = fileStore(file);
const source = folderSource(folder);
const load = await timed(() => loadPipeline());
const list = await timed(() => source.list());
const newest = list.value.at(-1)!;
const read = await timed(async () => ({ data: await store.read(), text: await source.read(newest) }));
const { data, text } = read.value;
if (data.issues.some(({ file }) => file === newest.name)) throw new Error(`${file} has ${newest.name} already`);
const add = await timed(() => load.value.add(data, [{ ...newest, text }]));
const write = await timed(() => store.replace(add.value.data));
console.log(JSON.stringify({ loadMs: load.ms, listMs: list.ms, readMs: read.ms, addMs: add.ms, writeMs: write.ms }));
