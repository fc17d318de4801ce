import { readdir, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { DraftStore, EventStore } from "../../ports.ts";
import { encode } from "../dataset/codec.ts";
import { replaceFile } from "../replace-file.ts";
import { fileStore } from "./file.ts";

/** File names that consist of a version. */
const KEPT = /^(?:\d{4}-\d{2}-\d{2}|empty)-[\w.-]+\.json$/;

/** The folder for drafts next to the data set: `events.draft` for `events.json`. */
export function draftFolder(path: string): string {
  return join(dirname(path), `${basename(path, ".json")}.draft`);
}

/** Stores a data set with a draft next to the file at `path`, in a file named after the version that it was made from. */
export function fileDrafts(path: string): DraftStore {
  const folder = draftFolder(path);
  return {
    async of(base) {
      const data = await fileStore(draftPath(path, base))
        .read()
        .catch(() => null);
      return data?.issues.findLast(({ draft }) => draft) ?? null;
    },
    async replace(base, next) {
      const kept = next === null ? null : draftPath(path, base);
      if (next !== null && kept !== null) await replaceFile(kept, (await encode(next)).bytes);
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
      for (const entry of entries)
        if (join(folder, entry.name) !== kept && entry.isFile() && KEPT.test(entry.name))
          await rm(join(folder, entry.name), { force: true });
      if (kept === null) await rmdir(folder).catch(() => undefined);
    },
  };
}

/**
 * The data set in the file at `path` with the draft stored for its version, or without if there is none. A broken draft is
 * ignored; `version` then differs from the version of the data that is read.
 */
export function draftedFileStore(path: string): EventStore {
  const published = fileStore(path);
  return {
    ...published,
    async read() {
      const base = await published.version();
      const drafted =
        base === null
          ? null
          : await fileStore(draftPath(path, base))
              .read()
              .catch(() => null);
      return drafted ?? published.read();
    },
    async version() {
      const base = await published.version();
      if (base === null) return null;
      const drafted = await fileStore(draftPath(path, base))
        .version()
        .catch(() => "broken");
      return drafted ?? base;
    },
  };
}

function draftPath(path: string, base: string): string {
  return join(draftFolder(path), `${encodeURIComponent(base)}.json`);
}
