import { textOf } from "../../../src/model/text-of.ts";
import type { IssueFile, IssueSource } from "../../../src/ports.ts";

/** The text of an issue that a source offers. */
export async function read(source: IssueSource, file: IssueFile): Promise<string> {
  return textOf(await source.read(file));
}
