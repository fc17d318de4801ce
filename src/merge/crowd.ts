import type { LocalDate } from "../model/date.ts";
import { type Candidate, CROWD, type Traits } from "./candidate.ts";
import { squashedTitle } from "./titles.ts";

/** Events by each of their names, and the names of each. */
interface Many {
  readonly byName: Map<string, Set<Candidate>>;
  readonly names: Map<Candidate, readonly string[]>;
}

/** Events that have a day or a page in common. It has one owner, the state that changes it. */
export class Crowd {
  /** All of them, as long as they can be gone through. */
  #few: Candidate[] = [];
  /** All of them, once they are more. */
  #many: Many | null = null;

  get size(): number {
    return this.#many === null ? this.#few.length : this.#many.names.size;
  }

  has(event: Candidate): boolean {
    return this.#many === null ? this.#few.includes(event) : this.#many.names.has(event);
  }

  add(event: Candidate): void {
    if (this.#many !== null) addTo(this.#many, event);
    else if (this.#few.push(event) > CROWD) {
      this.#many = { byName: new Map(), names: new Map() };
      for (const one of this.#few) addTo(this.#many, one);
      this.#few = [];
    }
  }

  delete(event: Candidate): void {
    const at = this.#few.indexOf(event);
    if (at >= 0) this.#few.splice(at, 1);
    for (const name of this.#many?.names.get(event) ?? []) this.#many?.byName.get(name)?.delete(event);
    this.#many?.names.delete(event);
  }

  /** All that begin on that day, and others if they are few. */
  on(day: LocalDate): Iterable<Candidate> {
    return this.#many === null ? this.#few : (this.#many.byName.get(day) ?? []);
  }

  /**
   * Those that may be what has these traits: all, or of a crowd at most {@link CROWD} with an equal title, on `day` where one
   * is given, first those with an equal group or city.
   */
  likely({ titles, groups, cities }: Traits, day: LocalDate | "" = ""): readonly Candidate[] {
    if (this.#many === null) return this.#few;
    const found = new Set<Candidate>();
    for (const whose of [...groups, ...cities, ""]) {
      for (const title of titles) {
        for (const event of this.#many.byName.get(nameOf(title, whose, day)) ?? []) {
          if (found.size === CROWD) return [...found];
          found.add(event);
        }
      }
    }
    return [...found];
  }
}

function addTo({ byName, names }: Many, event: Candidate): void {
  const own = namesOf(event);
  names.set(event, own);
  for (const name of own) {
    const others = byName.get(name);
    if (others === undefined) byName.set(name, new Set([event]));
    else others.add(event);
  }
}

export function crowdOf(events: Iterable<Candidate>): Crowd {
  const crowd = new Crowd();
  for (const event of events) crowd.add(event);
  return crowd;
}

/** Its day, and its titles with and without its day and its groups and cities. */
function namesOf({ start, traits }: Candidate): readonly string[] {
  const names = [start];
  for (const title of traits.titles)
    for (const whose of ["", ...traits.groups, ...traits.cities])
      names.push(nameOf(title, whose, ""), nameOf(title, whose, start));
  return names;
}

function nameOf(title: string, whose: string, day: string): string {
  return `${day}\n${whose}\n${squashedTitle(title)}`;
}
