import { LISTS } from "./lines.ts";
import { fileSchema } from "./schema.ts";

/** Why a file is not a valid data set; `line` is 1-based. */
export interface Fault {
  readonly why: string;
  readonly line?: number | undefined;
}

/** The error in the text of a data set; null if it is valid. `linesBefore` is the number of lines before its first record. */
export function diagnose(text: string, linesBefore: number): Fault | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      why: `is not valid JSON (truncated or edited?): ${(error as Error).message}`,
      line: firstBrokenLine(text),
    };
  }
  const result = fileSchema.safeParse(json);
  if (result.success) return null;
  const [issue] = result.error.issues;
  const path = issue?.path ?? [];
  return { why: `${pathText(path)}: ${issue?.message}`, line: lineOf(path, json, linesBefore) };
}

/** 1-based line of the first record that is not valid JSON by itself, or else the last line. */
function firstBrokenLine(text: string): number {
  const lines = text.split("\n");
  const bad = lines.findIndex((line) => line.startsWith("{") && line !== "{" && !isJson(line.replace(/,$/, "")));
  return bad >= 0 ? bad + 1 : Math.max(1, lines.length - (lines.at(-1) === "" ? 1 : 0));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** 1-based line of a value in a record; undefined for other values. */
function lineOf([list, index]: readonly PropertyKey[], json: unknown, linesBefore: number): number | undefined {
  if (typeof index !== "number") return undefined;
  let line = linesBefore + 1;
  for (const name of LISTS) {
    if (name === list) return line + index;
    const before = (json as Record<string, unknown>)[name];
    line += (Array.isArray(before) ? before.length : 0) + 2;
  }
  return undefined;
}

/** `events[12].start` */
function pathText(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  return parts.join("").replace(/^\./, "") || "the whole file";
}
