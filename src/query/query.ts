import type * as z from "zod";
import { type EventQuery, FILTERS } from "./filters.ts";
import { ownParameters } from "./foreign.ts";
import { parameterSchema } from "./parameters.ts";
import { suggest } from "./suggest.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A rejected parameter. */
export interface RefusedParameter {
  readonly parameter: string;
  /** As sent, at most 100 characters; empty if the error is not about a single value. */
  readonly value: string;
  readonly detail: string;
  readonly allowed: readonly string[];
}

export type ParsedQuery =
  | { readonly ok: true; readonly query: EventQuery }
  | { readonly ok: false; readonly refused: readonly RefusedParameter[] };

/** Names of all parameters, in canonical order. */
export const PARAMETERS: readonly (keyof EventQuery)[] = FILTERS.map(({ key }) => key);

/**
 * Returns a parser of URL parameters, which gives the query or all rejected parameters. Parameters that other programs add
 * (`query/foreign.ts`) are ignored. Never throws.
 */
export function queryParser(vocabulary: Vocabulary): (search: URLSearchParams) => ParsedQuery {
  const schema = parameterSchema(vocabulary);
  return (search) => {
    const given = Object.create(null) as Record<string, string[]>;
    const own = ownParameters(search);
    for (const name of new Set(own.keys())) given[name] = own.getAll(name);
    const result = schema.safeParse(given);
    if (result.success) return { ok: true, query: completed(result.data as EventQuery) };
    return { ok: false, refused: result.error.issues.flatMap(refusals) };
  };
}

/** Adds default values, so that equivalent queries are equal. */
function completed(query: EventQuery): EventQuery {
  const missing = FILTERS.flatMap(({ key, standard }) => {
    const value = query[key] === undefined ? standard?.(query) : undefined;
    return value === undefined ? [] : [[key, value]];
  });
  return { ...query, ...Object.fromEntries(missing) };
}

/** The query as URL parameters in canonical order, `?` included; empty for the empty query. Equal queries give equal text. */
export function toSearch(query: EventQuery): string {
  const pairs = FILTERS.flatMap(({ key, plain }) => {
    const value = query[key];
    if (value === undefined) return [];
    const pair = new URLSearchParams([[key, String(value)]]).toString().replaceAll("%2C", ",");
    return plain ? pair.replaceAll("%3A", ":").replaceAll("%2F", "/") : pair;
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
  const [near] = suggest(name.toLowerCase(), PARAMETERS, 1);
  return near === undefined ? "" : `; ${near} is`;
}

function refused(name: string, value: string, reason: string, allowed: readonly string[]): RefusedParameter {
  const parameter = name.slice(0, 100);
  const shown = value.slice(0, 100);
  const detail = shown === "" ? `${parameter} ${reason}` : `${parameter}: ${JSON.stringify(shown)} ${reason}`;
  return { parameter, value: shown, detail, allowed };
}
