import type { Filter } from "./filter.ts";
import { CITY } from "./filters/city.ts";
import { COUNTRY } from "./filters/country.ts";
import { DAYS, FROM, TO } from "./filters/days.ts";
import { GROUP } from "./filters/group.ts";
import { KIND } from "./filters/kind.ts";
import { MODE } from "./filters/mode.ts";
import { NEAR, RADIUS } from "./filters/near.ts";
import { ONLINE } from "./filters/online.ts";
import { CURSOR, LIMIT } from "./filters/part.ts";
import { REGION } from "./filters/region.ts";
import { CANCELLED, MULTIDAY, TIMED } from "./filters/shown.ts";
import { STARTS } from "./filters/starts.ts";
import { TZ } from "./filters/tz.ts";
import { WEEKDAY } from "./filters/weekday.ts";
import { Q } from "./filters/words.ts";

/** All filters, in the canonical order of parameters. */
const ROWS = [
  REGION,
  COUNTRY,
  CITY,
  GROUP,
  MODE,
  KIND,
  FROM,
  TO,
  DAYS,
  Q,
  NEAR,
  RADIUS,
  MULTIDAY,
  CANCELLED,
  STARTS,
  TZ,
  WEEKDAY,
  TIMED,
  ONLINE,
  LIMIT,
  CURSOR,
] as const;

type Row = (typeof ROWS)[number];
type ValueOf<Each> = Each extends Filter<string, infer Value, never> ? Value : never;

/** A query. All parameters are optional; they are combined with AND, the values of one parameter with OR. */
export type EventQuery = {
  readonly [Key in Row["key"]]?: ValueOf<Extract<Row, { readonly key: Key }>> | undefined;
};

export const FILTERS: readonly Filter<Row["key"]>[] = ROWS;
