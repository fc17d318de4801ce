import remarkParse from "remark-parse";
import { unified } from "unified";
import { issuesAt } from "../src/adapters/cli/files.ts";
import { findSection, linesOf } from "../src/parse/section.ts";
import { timed } from "./child.ts";

/** The reference: only remark, over the same sections. `node bench/remark.ts FOLDER` prints `{ms, sections}`. */
const folder = process.argv[2]!;
const sections = (await issuesAt([folder])).flatMap(
  ({ text }) => findSection(linesOf(text), () => {})?.lines.join("\n") ?? [],
);
const processor = unified().use(remarkParse);
const { ms } = await timed(() => {
  for (const section of sections) processor.parse(section);
});
console.log(JSON.stringify({ ms, sections: sections.length }));
