import { statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type IssueFile, type IssueSource, type Log, SourceUnreachable } from "../../ports.ts";
import { systemText } from "../error-code.ts";
import { terminalLog } from "../node/log.ts";
import { mustBeRegular } from "../regular-file.ts";
import { type ReadFile, readFiles, whySkipped } from "./files.ts";
import { draftFile, inOrder, isPlain, issueDate, issueFile, quoted, toCome } from "./names.ts";

type Warns = Pick<Log, "warn">;
/** Files of a folder, by name. */
type Found = ReadonlyMap<string, ReadFile>;

/**
 * Issues as files in folders, `2025-01-08-….md`; if two folders contain the same name, the later folder wins. Returns the text
 * at the time of listing, so that it matches its blob id. Skips anything with such a name that is not a regular file (links are
 * followed) or is too large, and logs a warning.
 */
export function folderSource(folders: string | readonly string[], log: Warns = terminalLog()): IssueSource {
  let found: Found = new Map();
  return {
    async list() {
      const all = new Map<string, ReadFile>();
      for (const folder of [folders].flat()) {
        const files = await find(folder, log);
        if (files.size === 0)
          throw new SourceUnreachable(`${folder}: contains no issues (files named like 2025-01-08-….md)`);
        for (const [name, file] of files) all.set(name, file);
      }
      found = all;
      return inOrder(offered(found, issueFile));
    },
    async read({ name }) {
      const file = found.get(name);
      if (file === undefined) throw new SourceUnreachable(`${name}: not in ${[folders].flat().join(", ")}`);
      return file.bytes();
    },
  };
}

/** Adds drafts of future issues from their own folder, which may be empty. */
export function withDrafts(issues: IssueSource, folder: string, log: Warns = terminalLog()): IssueSource {
  let found: Found = new Map();
  let drafts: readonly IssueFile[] = [];
  return {
    async list() {
      const files = await issues.list();
      found = await find(folder, log);
      drafts = toCome(offered(found, draftFile), files);
      return files;
    },
    drafts: () => drafts,
    read: async (file) => (file.draft ? (found.get(file.name)?.bytes() ?? new Uint8Array()) : issues.read(file)),
  };
}

async function find(folder: string, { warn }: Warns): Promise<Found> {
  const skip = (path: string, why: string) => warn(`${path}: skipped: ${why}`);
  const names = new Map((await namesIn(folder, skip)).map((name) => [join(folder, name), name]));
  const files = readFiles([...names.keys()], skip);
  return new Map([...files].map(([path, file]) => [names.get(path) ?? "", file]));
}

function offered(found: Found, file: typeof issueFile): IssueFile[] {
  return [...found].flatMap(([name, { blob }]) => file(name, blob) ?? []);
}

async function namesIn(folder: string, skip: (path: string, why: string) => void): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: Error) => {
    throw new SourceUnreachable(`${folder}: cannot be read: ${systemText(error)}`);
  });
  return entries
    .filter((entry) => issueDate(entry.name) !== null)
    .filter((entry) => {
      const path = join(folder, entry.name);
      if (!isPlain(entry.name)) {
        skip(quoted(path), "its name is not UTF-8, or contains unprintable characters");
        return false;
      }
      if (entry.isFile()) return true;
      try {
        mustBeRegular(statSync(path));
        return true;
      } catch (error) {
        skip(path, whySkipped(error as Error, path));
        return false;
      }
    })
    .map(({ name }) => name);
}
