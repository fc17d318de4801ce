import type { Feed } from "../feeds.ts";
import { alike } from "../query/alike.ts";
import { slugOf } from "../query/fold.ts";

const known = new WeakMap<readonly Feed[], ReadonlyMap<string, Feed>>();

/** Those of `feeds` whose slug or name `name` is a typo of, or the beginning of; likeliest first, a few. */
export function nearFeeds(feeds: readonly Feed[], name: string): readonly Feed[] {
  let words = known.get(feeds);
  if (words === undefined) {
    words = new Map(feeds.flatMap((feed) => wordsOf(feed).map((word) => [word, feed] as const)));
    known.set(feeds, words);
  }
  const found = alike(slugOf(name), [...words.keys()]).map((word) => words.get(word)!);
  return [...new Set(found)];
}

function wordsOf({ slug, title, names = [], aliases = [] }: Feed): readonly string[] {
  return [...names, ...aliases, slugOf(title.replace(/^Rust events in (the )?/, "")), slug];
}
