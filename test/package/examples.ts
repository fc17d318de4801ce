import { readSource, sources } from "../sources.ts";

/** A block of code in the documentation, and what it says that it prints. */
export interface Example {
  /** File and number in it. */
  readonly name: string;
  readonly code: string;
  /** Line by line, from `// …` behind each `console.log`. */
  readonly prints: readonly string[];
}

const BLOCK = /^```ts\n([\s\S]*?)^```$/gm;

/** Every block of TypeScript in the docstrings of the library and in the README. */
export function examples(): readonly Example[] {
  const library = [readSource("src/adapters/library.ts"), ...sources("src/adapters/library", ".ts")];
  const docstrings = library.map(({ path, text }) => ({ path, text: text.replace(/^ \* ?/gm, "") }));
  return [...docstrings, readSource("README.md")].flatMap(({ path, text }) =>
    [...text.matchAll(BLOCK)].map(([, code = ""], at) => ({
      name: `${path}, ${at + 1}`,
      code,
      prints: [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, line = ""]) => line),
    })),
  );
}
