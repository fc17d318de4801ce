import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { packEdition } from "../../http/edition.ts";
import { fileStore } from "../store/file.ts";
import { SNAPSHOT } from "./snapshot.ts";

/** Prepares what is deployed beside the Worker from `data/`, in `dist/worker/` or the folder that is named. */
const root = new URL("../../../", import.meta.url);
const folder = new URL(`${process.argv[2] ?? "dist/worker"}/`, root);
const events = new URL("data/events.json", root);
const data = await fileStore(fileURLToPath(events)).read();

await mkdir(folder, { recursive: true });
await copyFile(events, new URL(SNAPSHOT.data, folder));
await copyFile(new URL("data/places/gazetteer.json", root), new URL(SNAPSHOT.gazetteer, folder));
await writeFile(new URL(SNAPSHOT.edition, folder), packEdition(data));
await writeFile(new URL(SNAPSHOT.version, folder), `${data.version}\n`);
