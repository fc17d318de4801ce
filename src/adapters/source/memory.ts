import { readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { makeFolder } from "../make-folder.ts";
import type { Memory } from "./github.ts";

/** A memory in a file that may be lost at any time: whatever is wrong with it, nothing is remembered. */
export function fileMemory(path: string): Memory {
  return {
    load: () => readFile(path, "utf8").catch(() => null),
    async save(text) {
      const temporary = `${path}.${process.pid}.tmp`;
      try {
        makeFolder(dirname(path));
        await writeFile(temporary, text);
        await rename(temporary, path);
      } catch {
        // It is asked for again.
      }
    },
  };
}

/** Where this user's programs keep what they can do without. */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  return join(environment.XDG_CACHE_HOME || join(homedir(), ".cache"), "twir-calendar");
}
