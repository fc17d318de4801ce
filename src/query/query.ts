import type * as z from "zod";
import { alike } from "./alike.ts";
import { ownParameters } from "./foreign.ts";
import { USUAL_RADIUS } from "./near.ts";
import { parameterSchema } from "./parameters.ts";
import { NOTHING_KNOWN, type Vocabulary } from "./vocabulary.ts";

/** What is asked for. Each part is optional; parts are ANDed, the values of one part ORed. */
export type EventQuery = z.output<ReturnType<typeof parameterSchema>>;

/** Why a parameter was refused, and what would be accepted. */
export interface RefusedParameter {
  readonly parameter: string;
  /** As sent, cut after 100 characters; empty where no single value is meant. */
  readonly value: string;
  readonly detail: string;
  readonly allowed: readonly string[];
}

export type ParsedQuery =
  | { readonly ok: true; readonly query: EventQuery }
  | { readonly ok: false; readonly refused: readonly RefusedParameter[] };

/** Names of all parameters in their canonical order. */
export const PARAMETERS: readonly (keyof EventQuery)[] = parameterSchema(NOTHING_KNOWN).keyof().options;

/** Parameters whose values are written as people write them: a colon and a slash mean nothing else in a query. */
const PLAIN: ReadonlySet<keyof EventQuery> = new Set(["starts", "tz"]);

/**
 * A reader of URL parameters for what `known` holds: gives the query, or every parameter that is refused; those that other
 * programs add (`query/foreign.ts`) are passed over. Never throws.
 */
export function queryParser(known: Vocabulary): (search: URLSearchParams) => ParsedQuery {
  const schema = parameterSchema(known);
  return (search) => {
    const given = Object.create(null) as Record<string, string[]>;
    const own = ownParameters(search);
    for (const name of new Set(own.keys())) given[name] = own.getAll(name);
    const result = schema.safeParse(given);
    if (result.success) return { ok: true, query: completed(result.data) };
    return { ok: false, refused: result.error.issues.flatMap(refusals) };
  };
}

/** Says what is meant where nothing is said, so that equal queries are equal. */
function completed(query: EventQuery): EventQuery {
  return query.near === undefined || query.radius !== undefined ? query : { ...query, radius: USUAL_RADIUS };
}

/** The query as URL parameters in canonical order, `?` included; empty for the empty query. Equal queries give equal text. */
export function toSearch(query: EventQuery): string {
  const pairs = PARAMETERS.flatMap((name) => {
    const value = query[name];
    if (value === undefined) return [];
    const pair = new URLSearchParams([[name, String(value)]]).toString().replaceAll("%2C", ",");
    return PLAIN.has(name) ? pair.replaceAll("%3A", ":").replaceAll("%2F", "/") : pair;
  });
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

function refusals(issue: z.core.$ZodIssue): RefusedParameter[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((name) => refused(name, "", `is not a parameter${meant(name)}`, PARAMETERS));
  const params = issue.code === "custom" ? issue.params : undefined;
  return [refused(String(issue.path[0]), params?.value ?? "", issue.message, params?.allowed ?? [])];
}

function meant(name: string): string {
  const [near] = alike(name.toLowerCase(), PARAMETERS, 1);
  return near === undefined ? "" : `; ${near} is`;
}

function refused(name: string, value: string, reason: string, allowed: readonly string[]): RefusedParameter {
  const parameter = name.slice(0, 100);
  const shown = value.slice(0, 100);
  const detail = shown === "" ? `${parameter} ${reason}` : `${parameter}: ${JSON.stringify(shown)} ${reason}`;
  return { parameter, value: shown, detail, allowed };
}
