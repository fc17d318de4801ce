import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { ownFolder } from "../own-folder.ts";
import { readRegular } from "../regular-file.ts";
import { replaceFile } from "../replace-file.ts";
import type { Memory } from "./github.ts";

/** Stores the text in a cache file. Ignores all errors, and files in folders that other users control. */
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
        // Only a cache.
      }
    },
  };
}

/** The program's folder in the user's cache folder. */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  return join(environment.XDG_CACHE_HOME || join(homedir(), ".cache"), "twir-calendar");
}
