import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { packEdition } from "../../http/edition.ts";
import { fileStore } from "../store/file.ts";
import { timedStore } from "../store/timed.ts";
import { encodeTimes } from "../times/codec.ts";
import { fileTimes } from "../times/file.ts";
import { consoleLog } from "./log.ts";
import { renderAll } from "./prepare.ts";
import { SNAPSHOT } from "./snapshot.ts";

/** Prepares what is deployed beside the Worker from `data/`, in `dist/worker/` or the folder that is named. */
const root = new URL("../../../", import.meta.url);
const folder = new URL(`${process.argv[2] ?? "dist/worker"}/`, root);
const events = new URL("data/events.json", root);
const store = fileStore(fileURLToPath(events));
const timed = timedStore(store, fileTimes(fileURLToPath(new URL("data/times.json", root))), consoleLog);
const { data: times } = await timed.times();
const data = await timed.read();
const { name, version, homepage } = JSON.parse(await readFile(new URL("package.json", root), "utf8"));

await mkdir(folder, { recursive: true });
await prepare(SNAPSHOT.data, await readFile(events));
await prepare(SNAPSHOT.gazetteer, await readFile(new URL("data/places/gazetteer.json", root)));
await prepare(SNAPSHOT.program, Buffer.from(JSON.stringify({ name, version, homepage })));
await prepare(SNAPSHOT.edition, Buffer.from(packEdition(data)));
for (const [view, rendered] of renderAll(data, {})) await prepare(SNAPSHOT.rendered(view), Buffer.from(rendered));
const isTimed = data.version !== (await store.version());
if (times === null || !isTimed) await rm(new URL(SNAPSHOT.times, folder), { force: true });
else await prepare(SNAPSHOT.times, Buffer.from(encodeTimes(times)));
const versions = [await store.version(), ...(isTimed ? [data.version] : [])];
await prepare(SNAPSHOT.version, Buffer.from(`${versions.join("\n")}\n`));

/** Leaves alone what is as it should be: somebody may be reading it. */
async function prepare(file: string, bytes: Buffer): Promise<void> {
  const url = new URL(file, folder);
  const there = await readFile(url).catch(() => null);
  if (there === null || !there.equals(bytes)) await writeFile(url, bytes);
}
