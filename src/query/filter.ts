import type { EventRecord } from "../model/event.ts";
import type { Field } from "../model/form.ts";
import type { CityNames } from "./cities.ts";
import type { Facet } from "./facets.ts";
import type { Postings } from "./postings.ts";
import type { Taken } from "./values.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Description of a parameter; `filters.ts` lists all. To add one, write a file like `filters/mode.ts` and add a row there.
 * `Others` is the part of the query that it depends on.
 */
export interface Filter<Key extends string = string, Value = unknown, Others = unknown> {
  /** Name in URLs and queries. */
  readonly key: Key;
  /** Its values, given those in the data set. */
  schema(vocabulary: Vocabulary): Taken<Value>;
  /** Default value. */
  standard?(query: Others): Value | undefined;
  /** Why `value` conflicts with the rest of the query; null if it does not. */
  conflict?(value: Value, query: Others): Conflict | null;
  /** Whether colons and slashes in its value are not percent-encoded in URLs. */
  readonly plain?: true;
  /** Returns a function from an event to its values; called once for each list of events. */
  facet?(): Facet;
  /** The matching events; by default those with one of the values. Null: it does not filter. */
  select?(value: Value, among: Among, query: Others): readonly Postings[] | null;
  /** Whether it filters by place, so that `online=include` extends it. */
  readonly place?: true;
  /** Its words in the name of a calendar; a smaller `at` comes first. */
  readonly say?: Saying<Value, Others>;
  /** Its field in the filter form; or whether the form preserves the parameter, or drops it. */
  readonly form: Field | "preserved" | "dropped";
  readonly documentation: Documentation;
}

/** A list of events with the index of a filter. */
export interface Among {
  readonly events: readonly EventRecord[];
  /** Positions of events by value of the filter's facet. */
  readonly index: ReadonlyMap<string, Postings>;
}

export interface Conflict {
  /** Follows name and value: `requires near`. */
  readonly reason: string;
  readonly allowed: readonly string[];
}

interface Saying<Value, Others> {
  readonly at: number;
  words(value: Value, query: Others, cities: CityNames): string;
}

/** Documentation of a filter in `/docs` and `/openapi.json`. */
export interface Documentation {
  readonly description: string;
  /** Values that are valid for every data set, or have been valid for years. */
  readonly examples: readonly string[];
  /** Other parameters that it requires, with a value. */
  readonly beside?: Readonly<Record<string, string>>;
}
