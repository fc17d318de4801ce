import { readFile } from "node:fs/promises";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";
import { transformSync } from "amaro";

// Lets Node before 22.18 run TypeScript, with the same library that newer versions use. Needed on machines with such a Node when
// the development packages, which include a newer one, are not installed. Node also loads this file in a worker for its exports.
if (isMainThread) register(import.meta.url);

/** Node's module loader hook. */
export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  const { code } = transformSync(await readFile(fileURLToPath(url), "utf8"), { mode: "strip-only" });
  return { format: "module", shortCircuit: true, source: code };
}
