import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type IssueFile, type IssueSource, SourceUnreachable } from "../../ports.ts";
import { type ReadFiles, readFiles } from "./files.ts";
import { draftFile, inOrder, issueDate, issueFile, toCome } from "./names.ts";

/**
 * Issues as files in folders, `2025-01-08-….md`; where two folders hold one name, the later folder's counts. A text is what
 * the file held when it was listed, so that it fits its blob.
 */
export function folderSource(...folders: readonly string[]): IssueSource {
  let found: Found = { places: new Map(), files: readFiles([]) };
  return {
    async list() {
      const paths = new Map<string, string>();
      for (const folder of folders) {
        const names = await namesIn(folder);
        if (names.length === 0)
          throw new SourceUnreachable(`${folder}: holds no issue, no file named like 2025-01-08-….md`);
        for (const name of names) paths.set(name, join(folder, name));
      }
      found = find(paths);
      return inOrder(offered(found, issueFile));
    },
    async read({ name }) {
      const at = found.places.get(name);
      if (at === undefined) throw new SourceUnreachable(`${name}: not in ${folders.join(", ")}`);
      return found.files.bytes(at);
    },
  };
}

/** `issues` with drafts of issues to come in a folder of their own, which may be empty. */
export function withDrafts(issues: IssueSource, folder: string): IssueSource {
  let found: Found = { places: new Map(), files: readFiles([]) };
  let drafts: readonly IssueFile[] = [];
  return {
    async list() {
      const files = await issues.list();
      found = find(new Map((await namesIn(folder)).map((name) => [name, join(folder, name)])));
      drafts = toCome(offered(found, draftFile), files);
      return files;
    },
    drafts: () => drafts,
    read: async (file) => (file.draft ? found.files.bytes(found.places.get(file.name) ?? 0) : issues.read(file)),
  };
}

interface Found {
  /** Places of names among `files`. */
  readonly places: ReadonlyMap<string, number>;
  readonly files: ReadFiles;
}

/** Reads the files at `paths`, by name. */
function find(paths: ReadonlyMap<string, string>): Found {
  return { places: new Map([...paths.keys()].map((name, at) => [name, at])), files: readFiles([...paths.values()]) };
}

function offered({ places, files }: Found, file: typeof issueFile): IssueFile[] {
  return [...places].flatMap(([name, at]) => file(name, files.blobs[at] ?? "") ?? []);
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: Error) => {
    throw new SourceUnreachable(`${folder}: cannot be read: ${error.message}`);
  });
  return names.filter((name) => issueDate(name) !== null);
}
