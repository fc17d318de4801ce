import { readFile } from "node:fs/promises";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";
import { transformSync } from "amaro";

// Lets Node before 22.18 run TypeScript, by what newer ones do it with: for a machine with such a Node where the development
// packages, which bring a newer one, are left out. Node loads this file again in a thread of its own, for what it exports.
if (isMainThread) register(import.meta.url);

/** Node's hook that reads a module. */
export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  const { code } = transformSync(await readFile(fileURLToPath(url), "utf8"), { mode: "strip-only" });
  return { format: "module", shortCircuit: true, source: code };
}
