import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { encode } from "../../../src/adapters/dataset/codec.ts";
import { pipelineOf } from "../../../src/adapters/pipeline.ts";
import type { Embedded } from "../../../src/adapters/store/kv.ts";
import type { DataSet } from "../../../src/model/event.ts";
import type { FetchedIssue } from "../../../src/pipeline.ts";
import { generateArchive } from "../../generate/archive.ts";

const json = (name: string) => JSON.parse(readFileSync(new URL(`../../../data/${name}`, import.meta.url), "utf8"));

export const gazetteer = json("places/gazetteer.json");
export const overrides = { merge: [], split: [], correct: [], publish: [] };
const pipeline = pipelineOf(gazetteer, overrides);

/** Weekly issues of one seed: name → text, oldest first. */
export function issuesOf(seed: number, issues: number): Readonly<Record<string, string>> {
  const made = generateArchive(seed, { from: "2025-01-01", issues: issues + 3, perWeek: 4 });
  // The first issues know of fewer events than the others.
  return Object.fromEntries(made.issues.slice(3).map(({ name, text }) => [name, text]));
}

/** An issue's text with an empty section of events. */
export const thinned = (text: string): string => text.replace(/^(?:[*-]| {2,}).*\n/gm, "");

/** An issue's text with other titles. */
export const edited = (text: string, mark: string): string => text.replaceAll("**](", ` ${mark}**](`);

export const blobOf = (text: string): string =>
  createHash("sha1")
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest("hex");

const asFile = ([name, text]: readonly [string, string]): FetchedIssue => ({
  name,
  issue: name.slice(0, 10),
  blob: blobOf(text),
  text,
});

/** The data set of these issues as it is stored; events of `known` keep their ids. */
export async function built(texts: Readonly<Record<string, string>>, known: DataSet | null = null): Promise<DataSet> {
  const files = Object.entries(texts).map(asFile);
  const { data } = pipeline.build(files, known);
  return { ...data, version: (await encode(data)).version };
}

/** `data` as it is deployed with the program. */
export const deployed = (data: DataSet): Embedded => ({ version: data.version, read: async () => data });
