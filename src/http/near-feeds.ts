import type { Feed } from "../feeds.ts";
import { slugOf } from "../query/fold.ts";
import { suggest } from "../query/suggest.ts";

const namesByFeeds = new WeakMap<readonly Feed[], ReadonlyMap<string, Feed>>();

/** The few of `feeds` whose slug or name is closest to `name`, closest first. */
export function nearFeeds(feeds: readonly Feed[], name: string): readonly Feed[] {
  let words = namesByFeeds.get(feeds);
  if (words === undefined) {
    words = new Map(feeds.flatMap((feed) => wordsOf(feed).map((word) => [word, feed] as const)));
    namesByFeeds.set(feeds, words);
  }
  const found = suggest(slugOf(name), [...words.keys()]).map((word) => words.get(word)!);
  return [...new Set(found)];
}

function wordsOf({ slug, title, names = [], aliases = [] }: Feed): readonly string[] {
  return [...names, ...aliases, slugOf(title.replace(/^Rust events in (the )?/, "")), slug];
}
