import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { ownFolder } from "../own-folder.ts";
import { readRegular } from "../regular-file.ts";
import { replaceFile } from "../replace-file.ts";
import type { Memory } from "./github.ts";

/** A memory in a file that may be lost at any time: whatever is wrong with it, or with who may write it, nothing is remembered. */
export function fileMemory(path: string): Memory {
  return {
    async load() {
      try {
        ownFolder(dirname(path));
        return readRegular(path).toString();
      } catch {
        return null;
      }
    },
    async save(text) {
      try {
        ownFolder(dirname(path));
        await replaceFile(path, Buffer.from(text));
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
