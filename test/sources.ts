import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const root: string = join(import.meta.dirname, "..");

/** A text file of the repository; `path` is relative to its root, with `/`. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** Module specifiers that it imports or re-exports, in order. */
  readonly imports: readonly string[];
}

/** `import … from "x"`, `} from "x"` at the end of a longer one, `import "x"`, `import("x")`. */
const IMPORT = /^\s*(?:import|export|\})[^"'\n]*\bfrom\s*["']([^"'\n]+)["']|\bimport\s*\(?\s*["']([^"'\n]+)["']/gm;

export function readSource(path: string): Source {
  const text = readFileSync(join(root, path), "utf8");
  const imports = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2]!);
  return { path, text, lines: text.split("\n").length - 1, imports };
}

/** All files under `folder` whose name ends with one of `endings`, sorted by path; none when there is no such folder. */
export function sources(folder: string, ...endings: readonly string[]): readonly Source[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => endings.some((ending) => path.endsWith(ending)) && !path.includes("node_modules"))
    .filter((path) => statSync(join(root, path)).isFile())
    .sort()
    .map(readSource);
}

/** The text without comments that stand on lines of their own. */
export function withoutComments(text: string): string {
  return text.replace(/^\s*\/\*[\s\S]*?\*\/$/gm, "").replace(/^\s*\/\/.*$/gm, "");
}
