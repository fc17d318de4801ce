import { hash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { packEdition } from "../../http/edition.ts";
import { replaceFile } from "../replace-file.ts";
import { fileStore } from "../store/file.ts";
import { timedStore } from "../store/timed.ts";
import { encodeTimes } from "../times/codec.ts";
import { fileTimes } from "../times/file.ts";
import { DEPLOYED, versionText } from "./deployment.ts";
import { consoleLog } from "./log.ts";
import { renderAll } from "./prepare.ts";

/** Prepares the files deployed with the Worker from `data/`, in `dist/worker/` or in the folder given as an argument. */
const root = new URL("../../../", import.meta.url);
const folder = new URL(`${process.argv[2] ?? "dist/worker"}/`, root);
const events = new URL("data/events.json", root);
const store = fileStore(fileURLToPath(events));
const timed = timedStore(store, fileTimes(fileURLToPath(new URL("data/times.json", root))), consoleLog());
const { data: times } = await timed.times();
const data = await timed.read();
const { name, version, homepage } = JSON.parse(await readFile(new URL("package.json", root), "utf8"));

const digests = new Map<string, string>();
await prepare(DEPLOYED.data, await readFile(events));
await prepare(DEPLOYED.gazetteer, await readFile(new URL("data/places/gazetteer.json", root)));
await prepare(DEPLOYED.program, Buffer.from(JSON.stringify({ name, version, homepage })));
await prepare(DEPLOYED.edition, Buffer.from(packEdition(data)));
for (const [view, rendered] of renderAll(data, {})) await prepare(DEPLOYED.rendered(view), Buffer.from(rendered));
const isTimed = data.version !== (await store.version());
if (times === null || !isTimed) await rm(new URL(DEPLOYED.times, folder), { force: true });
else await prepare(DEPLOYED.times, Buffer.from(encodeTimes(times)));
const text = versionText((await store.version()) ?? "", isTimed ? data.version : null, digests);
await prepare(DEPLOYED.version, Buffer.from(text));

/** Writes a file only if it changed, because it may be in use. */
async function prepare(file: string, bytes: Buffer): Promise<void> {
  digests.set(file, hash("sha256", bytes));
  const url = new URL(file, folder);
  const there = await readFile(url).catch(() => null);
  if (there === null || !there.equals(bytes)) await replaceFile(fileURLToPath(url), bytes);
}
