import { slugOf } from "./fold.ts";

/** What cities are called in their own language or in English besides the gazetteer's name, which stands first; all folded. */
const TABLE = `
antwerpen antwerp anvers, arhus aarhus, athens athina, basel bale basle, belgrade beograd, bengaluru bangalore,
bern berne, biel-bienne biel bienne, brussels brussel bruxelles, bucharest bucuresti, copenhagen kobenhavn,
florence firenze, frankfurt-am-main frankfurt, gdansk danzig, geneve geneva genf ginevra, gent ghent gand,
goteborg gothenburg, hannover hanover, koln cologne, krakow cracow, kyiv kiev, lisbon lisboa, luzern lucerne,
mexico-city ciudad-de-mexico, milan milano, moscow moskva, mumbai bombay, munich munchen, naples napoli,
new-york-city new-york, nurnberg nuremberg, prague praha, rome roma, saint-petersburg sankt-peterburg st-petersburg,
sevilla seville, st-louis saint-louis, tehran teheran, the-hague den-haag, turin torino, venice venezia, vienna wien,
warsaw warszawa, washington washington-dc, wroclaw breslau`;

const BY_NAME: ReadonlyMap<string, string> = new Map(
  TABLE.split(",").flatMap((entry) => {
    const [own = "", ...others] = entry.trim().split(/\s+/);
    return others.map((name): [string, string] => [name, own]);
  }),
);

/** Words of the longest of these names. */
const MOST_WORDS = 3;

/**
 * Slugs that the name of a city, with its country or without, may stand for, likeliest first: itself, without the e that
 * some write for dots, by the gazetteer's name: `München-DE` → `munchen-de`, `munich-de`; `zuerich` → `zurich`.
 */
export function citySlugs(text: string): readonly string[] {
  const slug = slugOf(text);
  const dotless = slug.replace(/([aou])e/g, "$1");
  return [...new Set([slug, renamed(slug), dotless, renamed(dotless)])];
}

function renamed(slug: string): string {
  const words = slug.split("-");
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
    const own = BY_NAME.get(words.slice(0, count).join("-"));
    if (own !== undefined) return [own, ...words.slice(count)].join("-");
  }
  return slug;
}
