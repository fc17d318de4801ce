import type { EventRecord } from "../model/event.ts";
import type { LinkOf } from "./candidate.ts";

/** Events that can no longer change. */
export class Archived {
  readonly records: EventRecord[] = [];
  /** The first `#indexed` of them, by each page made for one event that they were listed with. */
  readonly #byPage = new Map<string, EventRecord[]>();
  #indexed = 0;
  readonly #linkOf: LinkOf;

  constructor(linkOf: LinkOf) {
    this.#linkOf = linkOf;
  }

  /** Those that were listed with the page, indexed when somebody asks: most issues never do. */
  withPage(key: string): readonly EventRecord[] {
    for (; this.#indexed < this.records.length; this.#indexed++) {
      const record = this.records[this.#indexed]!;
      const links = record.listings.map(({ url }) => this.#linkOf(url));
      const pages = links.flatMap((link) => (link?.kind === "event" ? link.key : []));
      for (const page of new Set(pages)) {
        const others = this.#byPage.get(page);
        if (others === undefined) this.#byPage.set(page, [record]);
        else others.push(record);
      }
    }
    return this.#byPage.get(key) ?? [];
  }
}
