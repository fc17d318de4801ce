import { readFile, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { textOf } from "../../model/text-of.ts";
import { SourceUnreachable } from "../../ports.ts";
import { folderSource } from "../source/folder.ts";

/** The data set that comes with the program. */
export const EMBEDDED_DATA = fileURLToPath(new URL("../../../data/events.json", import.meta.url));

/** A path as a person in this folder would write it. */
export function shown(path: string): string {
  return relative(process.cwd(), path) || path;
}

/** An issue on this machine. */
export interface IssueAt {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

/** The issues that `paths` name, files as they are and folders by the issues in them, oldest first. */
export async function issuesAt(paths: readonly string[]): Promise<IssueAt[]> {
  const issues: IssueAt[] = [];
  for (const path of paths) {
    if (await isFolder(path)) {
      const source = folderSource(path);
      for (const file of await source.list()) {
        issues.push({ path: join(path, file.name), name: file.name, text: textOf(await source.read(file)) });
      }
    } else {
      issues.push({ path, name: basename(path), text: textOf(await bytesOf(path)) });
    }
  }
  return issues;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: Error) => {
    throw new SourceUnreachable(`${path}: cannot be read: ${error.message}`);
  });
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: Error) => {
    throw new SourceUnreachable(`${path}: cannot be read: ${error.message}`);
  });
  return found.isDirectory();
}
