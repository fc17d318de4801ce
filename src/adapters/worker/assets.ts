import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { packEdition } from "../../http/edition.ts";
import { fileStore } from "../store/file.ts";
import { renderAll } from "./prepare.ts";
import { SNAPSHOT } from "./snapshot.ts";

/** Prepares what is deployed beside the Worker from `data/`, in `dist/worker/` or the folder that is named. */
const root = new URL("../../../", import.meta.url);
const folder = new URL(`${process.argv[2] ?? "dist/worker"}/`, root);
const events = new URL("data/events.json", root);
const data = await fileStore(fileURLToPath(events)).read();

await mkdir(folder, { recursive: true });
await prepare(SNAPSHOT.data, await readFile(events));
await prepare(SNAPSHOT.gazetteer, await readFile(new URL("data/places/gazetteer.json", root)));
await prepare(SNAPSHOT.edition, Buffer.from(packEdition(data)));
for (const [view, rendered] of renderAll(data, {})) await prepare(SNAPSHOT.rendered(view), Buffer.from(rendered));
await prepare(SNAPSHOT.version, Buffer.from(`${data.version}\n`));

/** Leaves alone what is as it should be: somebody may be reading it. */
async function prepare(name: string, bytes: Buffer): Promise<void> {
  const file = new URL(name, folder);
  const there = await readFile(file).catch(() => null);
  if (there === null || !there.equals(bytes)) await writeFile(file, bytes);
}
