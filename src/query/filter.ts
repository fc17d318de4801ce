import type { EventRecord } from "../model/event.ts";
import type { Field } from "../model/form.ts";
import type { CityNames } from "./cities.ts";
import type { Facet } from "./facets.ts";
import type { Postings } from "./postings.ts";
import type { Taken } from "./values.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * All there is to know of a parameter: `filters.ts` lists them. Another one is a file like `filters/mode.ts`, and a row there.
 * `Others` is what it looks at of the rest of the query.
 */
export interface Filter<Key extends string = string, Value = unknown, Others = unknown> {
  /** Its name in addresses and queries. */
  readonly key: Key;
  /** What it takes where the data set knows what is `known`. */
  schema(known: Vocabulary): Taken<Value>;
  /** Its value in a query that does not give it. */
  standard?(query: Others): Value | undefined;
  /** Why `value` does not go with the rest of the query; null where it does. */
  conflict?(value: Value, query: Others): Conflict | null;
  /** Whether addresses have its value as people write it: colons and slashes mean nothing else there. */
  readonly plain?: true;
  /** Gives the values that an event has; asked for anew for each list of events. */
  facet?(): Facet;
  /** The events that it finds; by default those that have one of its values. Null: it narrows nothing. */
  select?(value: Value, among: Among, query: Others): readonly Postings[] | null;
  /** Whether it asks where an event takes place: `online=include` adds what can be attended online. */
  readonly place?: true;
  /** What the name of a calendar says of it; those with a small `at` come first. */
  readonly say?: Saying<Value, Others>;
  /** Its field in the form that finds events; without one it is handed on, or left out. */
  readonly form: Field | "handed on" | "left out";
  readonly documentation: Documentation;
}

/** The events that a filter looks among. */
export interface Among {
  readonly events: readonly EventRecord[];
  /** Which of them have which value of the filter's facet. */
  readonly index: ReadonlyMap<string, Postings>;
}

export interface Conflict {
  /** After the name and the value: `needs near`. */
  readonly reason: string;
  readonly allowed: readonly string[];
}

interface Saying<Value, Others> {
  readonly at: number;
  words(value: Value, query: Others, cities: CityNames): string;
}

/** What `/docs` and `/openapi.json` say of a filter. */
export interface Documentation {
  readonly description: string;
  /** Values that are accepted whatever the data set holds, or that it has held for years. */
  readonly examples: readonly string[];
  /** Parameters that it needs beside it, with a value. */
  readonly beside?: Readonly<Record<string, string>>;
}
