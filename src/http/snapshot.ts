import { type Feeds, feedsOf } from "../feeds.ts";
import { type Series, seriesOf } from "../kinds/series.ts";
import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { idsOf } from "../model/event-ids.ts";
import { once } from "../model/once.ts";
import { type ParsedQuery, queryParser } from "../query/query.ts";
import { type Vocabulary, vocabularyOf } from "../query/vocabulary.ts";
import { type Prepared, sizeOf } from "./answer.ts";
import { createByteCache } from "./cache.ts";
import type { Edition } from "./edition.ts";

/** Default size of the cache of responses for one version of the data, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

type MaybePromise<Value> = Value | Promise<Value>;

/** A cache of responses that instances of the app share at the edge. It may lose entries and fail at any time. */
export interface SharedAnswers {
  /** The response for `key`, which contains the version of the data. */
  get(key: string): Promise<Prepared | undefined>;
  set(key: string, answer: Prepared): void;
}

/** Where responses are cached. */
export interface Keeping {
  /** Maximum size in memory, in bytes. */
  readonly most?: number;
  readonly shared?: SharedAnswers;
}

/** One version of the data with everything derived from it; replaced as a whole. */
export interface Snapshot {
  readonly edition: Edition;
  readonly feeds: Feeds;
  /** What queries may name. */
  vocabulary(): Vocabulary;
  parse(search: URLSearchParams): ParsedQuery;
  /** Events in order, including at least all that end on the day `from` or later. */
  eventsFrom(from: LocalDate): MaybePromise<readonly EventRecord[]>;
  /** The event with this id or alias. */
  event(id: string): MaybePromise<EventRecord | undefined>;
  /** The series of conferences in the complete data set, each with a slug. */
  series(): Promise<readonly Series[]>;
  /** The cached response for `key`, computed by `make` on the first call. */
  prepared(key: string, make: () => MaybePromise<Prepared>): MaybePromise<Prepared>;
}

/** Derives a snapshot; each part is computed on first use. */
export function snapshotOf(edition: Edition, { most = MOST_BYTES, shared }: Keeping = {}): Snapshot {
  const vocabulary = once(() => vocabularyOf(edition.directory));
  const parse = once(() => queryParser(vocabulary()));
  const recentById = once(() => byId(edition.recent));
  const allById = once(async () => byId((await edition.all()).events));
  const series = once(async () => seriesOf((await edition.all()).events).filter(({ slug }) => slug !== ""));
  const answers = createByteCache<Prepared>(most);
  const making = new Map<string, Promise<Prepared>>();

  function keep(key: string, answer: Prepared): Prepared {
    answers.set(key, answer, sizeOf(answer) + key.length);
    return answer;
  }

  async function obtain(key: string, make: () => MaybePromise<Prepared>): Promise<Prepared> {
    const name = `${edition.version} ${key}`;
    const there = await shared?.get(name).catch(() => undefined);
    if (there !== undefined) return there;
    const made = await make();
    shared?.set(name, made);
    return made;
  }

  return {
    edition,
    feeds: feedsOf(edition.directory),
    vocabulary,
    parse: (search) => parse()(search),
    eventsFrom(from) {
      const isRecent = edition.since === null || from >= edition.since;
      return isRecent ? edition.recent : Promise.resolve(edition.all()).then(({ events }) => events);
    },
    event(id) {
      const recent = recentById().get(id);
      return recent !== undefined || edition.since === null ? recent : allById().then((events) => events.get(id));
    },
    series,
    prepared(key, make) {
      const kept = answers.get(key) ?? making.get(key);
      if (kept !== undefined) return kept;
      const obtaining = obtain(key, make)
        .then((answer) => keep(key, answer))
        .finally(() => making.delete(key));
      making.set(key, obtaining);
      return obtaining;
    },
  };
}

function byId(events: readonly EventRecord[]): ReadonlyMap<string, EventRecord> {
  return new Map(events.flatMap((event) => idsOf(event).map((id) => [id, event])));
}
