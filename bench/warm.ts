import { rmSync } from "node:fs";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { loadPipeline } from "../src/adapters/node/pipeline.ts";
import { folderSource } from "../src/adapters/source/folder.ts";
import { fileStore } from "../src/adapters/store/file.ts";
import { textOf } from "../src/model/text-of.ts";
import { findSection, linesOf } from "../src/parse/section.ts";
import { sync } from "../src/sync.ts";
import { repeat, timed } from "./child.ts";

/**
 * The same work in a program that has been running for a while: only remark, the rebuild, and adding the newest issue to the
 * data set of all others, alternating in one process. The first rounds are not counted: the runtime needs them to compile,
 * which takes longer for our many functions than for remark's few loops. What `memo` caches of links and titles is kept between
 * rounds: without it a rebuild takes about a tenth longer. `node bench/warm.ts FOLDER FILE` prints a list of milliseconds,
 * `{remarkMs, rebuildMs, addMs}` for each turn.
 */
const [folder, file] = process.argv.slice(2) as [string, string];
const WARMING = 8;
const TURNS = 9;
const log = { info() {}, warn: console.error, progress() {} };
const processor = unified().use(remarkParse);
const source = folderSource(folder);
const files = await source.list();
const issues = await Promise.all(files.map(async (each) => ({ ...each, text: textOf(await source.read(each)) })));
const sections = issues.flatMap(({ text }) => findSection(linesOf(text), () => {})?.lines.join("\n") ?? []);
const { data } = (await loadPipeline()).build(issues.slice(0, -1), null);

const turns = await repeat(WARMING + TURNS, async () => {
  const remark = await timed(() => {
    for (const section of sections) processor.parse(section);
  });
  rmSync(file, { force: true });
  const rebuild = await timed(async () =>
    sync({ source: folderSource(folder), store: fileStore(file), pipeline: await loadPipeline(), log, rebuild: true }),
  );
  const pipeline = await loadPipeline();
  const add = await timed(() => pipeline.add(data, issues.slice(-1)));
  return { remarkMs: remark.ms, rebuildMs: rebuild.ms, addMs: add.ms };
});
console.log(JSON.stringify(turns.slice(WARMING)));
