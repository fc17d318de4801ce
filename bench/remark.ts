import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { findSection } from "../src/parse/section.ts";
import { timed } from "./child.ts";

/** The yardstick: remark alone over the same sections. `node bench/remark.ts FOLDER` prints `{ms, sections}`. */
const folder = process.argv[2]!;
const sections = readdirSync(folder)
  .filter((name) => /^\d{4}-.*\.(md|markdown)$/.test(name))
  .flatMap((name) => {
    return findSection(readFileSync(join(folder, name), "utf8"), () => {})?.lines.join("\n") ?? [];
  });
const processor = unified().use(remarkParse);
const { ms } = await timed(() => {
  for (const section of sections) processor.parse(section);
});
console.log(JSON.stringify({ ms, sections: sections.length }));
