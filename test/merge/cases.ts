import { expect } from "vitest";
import { addDays } from "../../src/model/date.ts";
import { type Brief, clusters, merged } from "./listings.ts";

export const page = (id: number | string) => `https://www.meetup.com/rust-berlin/events/${id}/`;
export const A = page(300000001);
export const B = page(300000002);

/** Listings of the issues of 2024-05-01, 05-08, 05-15, …, and the clusters that they form. */
export type Case = readonly [why: string, issues: readonly (readonly Brief[])[], want: readonly string[]];

export function check(issues: Case[1], want: Case[2]) {
  const { events } = merged(issues.map((listings, week) => ({ issue: addDays("2024-05-01", 7 * week), listings })));
  expect([...clusters(events)].sort()).toEqual([...want].sort());
}
