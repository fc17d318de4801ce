import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { textOf } from "../../model/text-of.ts";
import { SourceUnreachable } from "../../ports.ts";
import { readRegular } from "../regular-file.ts";
import { folderSource } from "../source/folder.ts";
import { MOST_ISSUE_BYTES } from "../source/issue-size.ts";

/** An issue on this machine. */
export interface IssueAt {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

/** The issues at `paths`: files in the given order, and the issues in folders, oldest first. */
export async function issuesAt(paths: readonly string[]): Promise<IssueAt[]> {
  const issues: IssueAt[] = [];
  for (const path of paths) {
    if (await isFolder(path)) {
      const source = folderSource(path);
      for (const file of await source.list()) {
        issues.push({ path: join(path, file.name), name: file.name, text: textOf(await source.read(file)) });
      }
    } else {
      issues.push({ path, name: basename(path), text: textOf(bytesOf(path)) });
    }
  }
  return issues;
}

function bytesOf(path: string): Uint8Array {
  try {
    return readRegular(path, MOST_ISSUE_BYTES);
  } catch (error) {
    throw new SourceUnreachable(`${path}: cannot be read: ${(error as Error).message}`);
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: Error) => {
    throw new SourceUnreachable(`${path}: cannot be read: ${error.message}`);
  });
  return found.isDirectory();
}
