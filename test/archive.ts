import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { folderSource } from "../src/adapters/source/folder.ts";
import { textOf } from "../src/model/text-of.ts";
import type { FetchedIssue } from "../src/pipeline.ts";

const ISSUE = /^\d{4}-\d{1,2}-\d{1,2}-.*\.(md|markdown)$/;

const folder = process.env.TWIR_CORPUS ?? join(import.meta.dirname, "..", "..", "shared", "corpus");
const found = existsSync(folder) && readdirSync(folder).some((name) => ISSUE.test(name));

if (!found && process.env.TWIR_CORPUS !== undefined) {
  throw new Error(`TWIR_CORPUS names a folder without issues: ${folder}`);
}
if (!found) {
  console.warn(`No issues in ${folder}: tests over the real archive are skipped. TWIR_CORPUS names another folder.`);
}

/**
 * Folder with the newsletter's issues as published (TWIR_CORPUS, else `../shared/corpus` beside the checkout);
 * null where there is none. Tests that read it stand in `describe.runIf(archive)`, so that a run without the archive
 * counts them as skipped; the warning says so in words. The body of a skipped `describe` still runs: it must not read.
 */
export const archive: string | null = found ? folder : null;

/** The issues in the archive of which data/events.json is made, oldest first; whatever else lies there is left alone. */
export async function archivedIssues(): Promise<readonly (FetchedIssue & { readonly text: string })[]> {
  const { issues } = JSON.parse(readFileSync("data/events.json", "utf8"));
  const known = new Set<string>(issues.map(({ file }: { readonly file: string }) => file));
  const source = folderSource(archive ?? "", { warn() {} });
  const files = (await source.list()).filter(({ name }) => known.has(name));
  return Promise.all(files.map(async (file) => ({ ...file, text: textOf(await source.read(file)) })));
}
