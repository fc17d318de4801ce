import { textOf } from "../../../src/pipeline.ts";
import type { IssueFile, IssueSource } from "../../../src/ports.ts";

/** The text of an issue that a source offers. */
export async function read(source: IssueSource, file: IssueFile): Promise<string> {
  return textOf({ text: await source.read(file) });
}
