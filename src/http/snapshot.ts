import { type Feeds, feedsOf } from "../feeds.ts";
import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { idsOf } from "../model/event-ids.ts";
import { once } from "../model/once.ts";
import { type ParsedQuery, queryParser } from "../query/query.ts";
import { vocabularyOf } from "../query/vocabulary.ts";
import { type Prepared, sizeOf } from "./answer.ts";
import { createByteCache } from "./cache.ts";
import type { Edition } from "./edition.ts";

/** Bytes of answers that are kept ready for one version of the data, unless told. */
const MOST_BYTES = 64 * 1024 * 1024;

type Soon<Value> = Value | Promise<Value>;

/** Answers that several instances of the app share: a cache at the edge. It may forget, and fail, at any time. */
export interface SharedAnswers {
  /** The answer under `key`, which names the version of the data. */
  get(key: string): Promise<Prepared | undefined>;
  set(key: string, answer: Prepared): void;
}

/** Where answers are kept once they are made. */
export interface Keeping {
  /** Most bytes in memory. */
  readonly most?: number;
  readonly shared?: SharedAnswers;
}

/** One version of the data with all that is derived from it; replaced as a whole. */
export interface Snapshot {
  readonly edition: Edition;
  readonly feeds: Feeds;
  parse(search: URLSearchParams): ParsedQuery;
  /** Events, in order, every one among them that ends on the day `from` or later. */
  eventsFrom(from: LocalDate): Soon<readonly EventRecord[]>;
  /** The event of that id, or that has it as an alias. */
  event(id: string): Soon<EventRecord | undefined>;
  /** The answer kept under `key`, made by `make` at first. */
  prepared(key: string, make: () => Soon<Prepared>): Soon<Prepared>;
}

/** Derives a snapshot; each part of it is worked out when it is first asked for. */
export function snapshotOf(edition: Edition, { most = MOST_BYTES, shared }: Keeping = {}): Snapshot {
  const parse = once(() => queryParser(vocabularyOf(edition.known)));
  const recentById = once(() => byId(edition.recent));
  const allById = once(async () => byId((await edition.all()).events));
  const answers = createByteCache<Prepared>(most);
  const making = new Map<string, Promise<Prepared>>();

  function keep(key: string, answer: Prepared): Prepared {
    answers.set(key, answer, sizeOf(answer) + key.length);
    return answer;
  }

  async function obtain(key: string, make: () => Soon<Prepared>): Promise<Prepared> {
    const name = `${edition.version} ${key}`;
    const there = await shared?.get(name).catch(() => undefined);
    if (there !== undefined) return there;
    const made = await make();
    shared?.set(name, made);
    return made;
  }

  return {
    edition,
    feeds: feedsOf(edition.known),
    parse: (search) => parse()(search),
    eventsFrom(from) {
      const isRecent = edition.since === null || from >= edition.since;
      return isRecent ? edition.recent : Promise.resolve(edition.all()).then(({ events }) => events);
    },
    event(id) {
      const recent = recentById().get(id);
      return recent !== undefined || edition.since === null ? recent : allById().then((events) => events.get(id));
    },
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
