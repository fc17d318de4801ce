import { memoryStore } from "../../src/adapters/store/memory.ts";
import type { DataSet } from "../../src/model/event.ts";
import { textOf } from "../../src/model/text-of.ts";
import type { FetchedIssue } from "../../src/pipeline.ts";
import type { EventStore, IssueFile, IssueSource, Log } from "../../src/ports.ts";
import type { Pipeline } from "../../src/sync/take-in.ts";
import { sync } from "../../src/sync.ts";
import { sampleEvent } from "../adapters/sample.ts";

const EMPTY: DataSet = {
  format: 1,
  version: "empty",
  newestIssue: null,
  attribution: "",
  issues: [],
  groups: [],
  events: [],
  calls: [],
};

/**
 * A pipeline that makes one event of each issue: its title is the text, its id tells the run that made it. Each word of
 * the text counts as a listing.
 */
export function onePerIssue(): Pipeline & { runs: string[] } {
  const runs: string[] = [];
  const take = (data: DataSet, issues: readonly FetchedIssue[], known: DataSet | null): DataSet => {
    const refs = issues.map(({ issue, name, blob, text }) => {
      const listings = textOf(text).split(" ").length;
      return { issue, number: null, file: name, blob, listings };
    });
    const events = issues.map(({ text, issue }) => {
      const before = known?.events.find((event) => event.start === issue);
      return sampleEvent(0, {
        id: before?.id ?? `made-in-run-${runs.length}-of-${issue}`,
        start: issue,
        title: textOf(text),
      });
    });
    const newestIssue = issues.at(-1)?.issue ?? data.newestIssue;
    const version = `${newestIssue}-${runs.length}`;
    return { ...data, version, newestIssue, issues: [...data.issues, ...refs], events: [...data.events, ...events] };
  };
  return {
    runs,
    build(issues, known) {
      runs.push(`build ${issues.length}`);
      return { data: take(EMPTY, issues, known), problems: [] };
    },
    add(data, issues, known = null) {
      runs.push(`add ${issues.length}`);
      return { data: take(data, issues, known), problems: [] };
    },
  };
}

/** A store that keeps all that it ever stored. */
export function keepingStore(): EventStore {
  const [store, kept] = [memoryStore(), [] as DataSet[]];
  return {
    ...store,
    async replace(next, over) {
      const version = await store.replace(next, over);
      kept.push(next);
      return version;
    },
    readBefore: async (issue) =>
      kept.findLast(({ newestIssue }) => newestIssue !== null && newestIssue < issue) ?? null,
  };
}

export const name = (issue: string) => `${issue}-this-week-in-rust.md`;
const file = (issue: string, blob: string): IssueFile => ({ name: name(issue), issue, blob });

/** A source whose issues have their text as blob id. */
export function source(texts: Readonly<Record<string, string>>): IssueSource {
  return {
    list: async () =>
      Object.keys(texts)
        .sort()
        .map((issue) => file(issue, texts[issue] ?? "")),
    read: async ({ blob }) => {
      await new Promise((resolve) => setTimeout(resolve, blob.length % 3));
      return new TextEncoder().encode(blob);
    },
  };
}

export function quiet(): Log & { said: string[] } {
  const said: string[] = [];
  return {
    said,
    info: (message) => said.push(message),
    warn: (message) => said.push(message),
    progress: () => undefined,
  };
}

export const run = (texts: Readonly<Record<string, string>>, store: EventStore, pipeline: Pipeline, rebuild = false) =>
  sync({ source: source(texts), store, pipeline, log: quiet(), rebuild });
export const titles = async (store: EventStore) => (await store.read()).events.map(({ title }) => title);
