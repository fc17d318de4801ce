import type { DataSet } from "../../model/event.ts";
import { once } from "../../model/once.ts";
import type { Problem } from "../../model/problem.ts";
import { textOf } from "../../model/text-of.ts";
import type { FetchedIssue } from "../../pipeline.ts";
import { encode } from "../dataset/codec.ts";
import { type Listed, listingReader } from "../listings.ts";
import { loadGazetteer, loadPipeline } from "../node/pipeline.ts";
import { blobId } from "../source/blob.ts";
import { inOrder, issueFile, quoted } from "../source/names.ts";

/** An issue of This Week in Rust. */
export interface Issue {
  /** Name of its file, starting with its date: `2026-03-04-this-week-in-rust.md`. */
  readonly name: string;
  /** Its text, or its bytes in UTF-8. */
  readonly markdown: string | Uint8Array;
}

/** A data set, and problems in the issues that it was built from. */
export interface BuiltDataSet {
  readonly dataSet: DataSet;
  readonly problems: readonly Problem[];
}

const gazetteer = once(loadGazetteer);
const pipeline = once(loadPipeline);

/**
 * Parses the listings of one issue. Never throws, whatever the text contains: anything that is not understood is a problem.
 *
 * @example
 * ```ts
 * import { parseIssue } from "twir-calendar";
 *
 * const { listings, problems } = parseIssue(
 *   "2026-03-04-this-week-in-rust.md",
 *   `## Upcoming Events
 *
 * ### Europe
 * * 2026-03-10 | Berlin, DE | [Rust Berlin](https://berlin.example/)
 *     * [**Rust and Tell**](https://berlin.example/tell)
 * `,
 * );
 * console.log(listings[0]?.start, listings[0]?.title); // 2026-03-10 Rust and Tell
 * console.log(problems.length); // 0
 * ```
 */
export function parseIssue(name: string, markdown: string | Uint8Array): Listed {
  return listingReader(gazetteer())({ name, text: textOf(markdown) });
}

/**
 * Builds the data set of all issues: each event once, with its history. The order of the issues does not matter, and equal issues
 * give an equal data set, whose `version` contains a digest. Applies the manual corrections included in the package. Rejects with
 * a RangeError for a name that does not start with a date, or that is used twice.
 *
 * @example
 * ```ts
 * import { buildDataSet } from "twir-calendar";
 *
 * const markdown = `## Upcoming Events
 *
 * ### Virtual
 * * 2026-03-17 | Virtual | [Rust Online](https://online.example/)
 *     * [**Ask us anything**](https://online.example/ask)
 * `;
 * const { dataSet } = await buildDataSet([
 *   { name: "2026-03-04-this-week-in-rust.md", markdown },
 *   { name: "2026-03-11-this-week-in-rust.md", markdown },
 * ]);
 * console.log(dataSet.newestIssue, dataSet.events.length); // 2026-03-11 1
 * console.log(dataSet.events[0]?.listings.length); // 2
 * ```
 */
export async function buildDataSet(issues: Iterable<Issue>): Promise<BuiltDataSet> {
  const files = new Map<string, FetchedIssue>();
  for (const { name, markdown } of issues) {
    if (files.has(name)) throw new RangeError(`two issues have the name ${quoted(name)}`);
    files.set(name, await fetched(name, markdown));
  }
  const { data, problems } = (await pipeline()).build(inOrder([...files.values()]), null);
  const { version } = await encode(data);
  // Corrections for other issues are unused here, which is fine.
  return { dataSet: { ...data, version }, problems: problems.filter(({ rule }) => rule !== "override-unused") };
}

async function fetched(name: string, markdown: string | Uint8Array): Promise<FetchedIssue> {
  const bytes = typeof markdown === "string" ? new TextEncoder().encode(markdown) : markdown;
  const file = issueFile(name, await blobId(bytes));
  if (file !== null) return { ...file, text: bytes };
  throw new RangeError(
    `the name of an issue starts with its date, 2026-03-04-this-week-in-rust.md, not ${quoted(name)}`,
  );
}
