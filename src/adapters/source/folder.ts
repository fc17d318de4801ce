import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type IssueFile, type IssueSource, SourceUnreachable } from "../../ports.ts";
import { draftFile, inOrder, issueDate, issueFile, toCome } from "./names.ts";

/**
 * Issues as files in folders, `2025-01-08-….md`; where two folders hold one name, the later folder's counts. A text is what
 * the file held when it was listed, so that it fits its blob.
 */
export function folderSource(...folders: readonly string[]): IssueSource {
  const found = new Map<string, Uint8Array>();
  let texts: ReadonlyMap<string, string> | null = null;
  let reads = 0;
  return {
    async list() {
      found.clear();
      [texts, reads] = [null, 0];
      const paths = new Map<string, string>();
      for (const folder of folders) {
        const names = await namesIn(folder);
        if (names.length === 0)
          throw new SourceUnreachable(`${folder}: holds no issue, no file named like 2025-01-08-….md`);
        for (const name of names) paths.set(name, join(folder, name));
      }
      for (const [name, path] of paths) found.set(name, bytesOf(path));
      return inOrder([...found].flatMap(([name, bytes]) => issueFile(name, idOf(bytes)) ?? []));
    },
    async read({ name }) {
      const bytes = found.get(name);
      if (bytes === undefined) throw new SourceUnreachable(`${name}: not in ${folders.join(", ")}`);
      if (++reads <= FEW) return utf8.decode(bytes);
      texts ??= textsOf(found);
      return texts.get(name) ?? "";
    },
  };
}

/** `issues` with drafts of issues to come in a folder of their own, which may be empty. */
export function withDrafts(issues: IssueSource, folder: string): IssueSource {
  const texts = new Map<string, Uint8Array>();
  let drafts: readonly IssueFile[] = [];
  return {
    async list() {
      const files = await issues.list();
      texts.clear();
      for (const name of await namesIn(folder)) texts.set(name, bytesOf(join(folder, name)));
      drafts = toCome(
        [...texts].flatMap(([name, bytes]) => draftFile(name, idOf(bytes)) ?? []),
        files,
      );
      return files;
    },
    drafts: () => drafts,
    read: async (file) => (file.draft ? utf8.decode(texts.get(file.name)) : issues.read(file)),
  };
}

/** Whoever reads more issues than this is about to read them all. */
const FEW = 16;
/** The parser takes off a byte order mark. */
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
/** Stands in no text but a broken one. */
const BETWEEN = new Uint8Array([0]);

/**
 * The texts of files by name, all slices of one string: the garbage collector would move hundreds of strings of tens of
 * kilobytes about, each of them twice.
 */
function textsOf(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const together = Buffer.concat([...files.values()].flatMap((bytes) => [bytes, BETWEEN]));
  const texts = utf8.decode(together).split("\0");
  const whole = texts.length === files.size + 1;
  return new Map([...files].map(([name, bytes], at) => [name, whole ? texts[at]! : utf8.decode(bytes)]));
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: Error) => {
    throw new SourceUnreachable(`${folder}: cannot be read: ${error.message}`);
  });
  return names.filter((name) => issueDate(name) !== null);
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
