import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type IssueSource, SourceUnreachable } from "../../ports.ts";
import { inOrder, issueDate, issueFile } from "./names.ts";

/**
 * Issues as files in folders, `2025-01-08-….md`; where two folders hold one name, the later folder's counts. A text is what
 * the file held when it was listed, so that it fits its blob.
 */
export function folderSource(...folders: readonly string[]): IssueSource {
  const found = new Map<string, Uint8Array>();
  const utf8 = new TextDecoder();
  return {
    async list() {
      found.clear();
      const paths = new Map<string, string>();
      for (const folder of folders) for (const name of await namesIn(folder)) paths.set(name, join(folder, name));
      for (const [name, path] of paths) found.set(name, bytesOf(path));
      return inOrder([...found].flatMap(([name, bytes]) => issueFile(name, idOf(bytes)) ?? []));
    },
    async read({ name }) {
      const bytes = found.get(name);
      if (bytes === undefined) throw new SourceUnreachable(`${name}: not in ${folders.join(", ")}`);
      return utf8.decode(bytes);
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: Error) => {
    throw new SourceUnreachable(`${folder}: cannot be read: ${error.message}`);
  });
  const issues = names.filter((name) => issueDate(name) !== null);
  if (issues.length === 0) throw new SourceUnreachable(`${folder}: holds no issue, no file named like 2025-01-08-….md`);
  return issues;
}

/** As `blobId` does it, but at once: a folder has hundreds of files. */
function idOf(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new SourceUnreachable(`${path}: cannot be read: ${(error as Error).message}`);
  }
}
