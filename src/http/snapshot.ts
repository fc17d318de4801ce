import { type Feeds, feedsOf } from "../feeds.ts";
import type { DataSet, EventRecord } from "../model/event.ts";
import { once } from "../model/once.ts";
import { type ParsedQuery, queryParser } from "../query/query.ts";
import { vocabularyOf } from "../query/vocabulary.ts";
import { type Prepared, sizeOf } from "./answer.ts";
import { createByteCache } from "./cache.ts";

/** Bytes of answers that are kept ready for one version of the data. */
const MOST_BYTES = 16 * 1024 * 1024;

/** One version of the data with all that is derived from it; replaced as a whole. */
export interface Snapshot {
  readonly data: DataSet;
  parse(search: URLSearchParams): ParsedQuery;
  event(id: string): EventRecord | undefined;
  readonly feeds: Feeds;
  /** The answer kept under `key`, made by `make` at first. */
  prepared(key: string, make: () => Prepared): Prepared;
}

/** Derives a snapshot; each part of it is worked out when it is first asked for. */
export function snapshotOf(data: DataSet): Snapshot {
  const parse = once(() => queryParser(vocabularyOf(data)));
  const byId = once(() => new Map(data.events.map((event) => [event.id, event])));
  const answers = createByteCache<Prepared>(MOST_BYTES);
  return {
    data,
    parse: (search) => parse()(search),
    event: (id) => byId().get(id),
    feeds: feedsOf(data),
    prepared(key, make) {
      let answer = answers.get(key);
      if (answer === undefined) {
        answer = make();
        answers.set(key, answer, sizeOf(answer) + key.length);
      }
      return answer;
    },
  };
}
