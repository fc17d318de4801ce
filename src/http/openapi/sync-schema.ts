import * as z from "zod";
import type { SyncOutcome, SyncState } from "../../ports.ts";
import { noted } from "../../render/json/schema.ts";

/** What `/health` tells of a sync. */
export type SyncTold = Omit<SyncState, "settled">;

const OUTCOMES = {
  nothing: null,
  added: null,
  redone: null,
  rebuilt: null,
  held: null,
  left: null,
  overtaken: null,
  waited: null,
  failed: null,
} as const satisfies Record<SyncOutcome, null>;

const text = z.string();
const count = z.int().nonnegative();
const moment = z.iso.datetime();
const momentOrNull = moment.nullable();

const heldSchema = z.strictObject({
  file: noted(text, "Name of the issue's file."),
  issue: noted(z.iso.date(), "Day of the issue."),
  listings: noted(count, "Events that it lists."),
  usual: noted(z.number(), "Events that the median issue before it listed."),
});

/** The sync that nobody watches, as published. */
export const syncSchema = noted(
  z.strictObject({
    begun: noted(moment, "When the last run began."),
    ended: noted(momentOrNull, "When it ended; null while it runs, and when it was cut off."),
    outcome: noted(
      z.enum(Object.keys(OUTCOMES) as SyncOutcome[]).nullable(),
      "What the last run came to that ended; null before. `held` and `left`: see there; `overtaken`: another run was faster; `waited`: the newsletter's host asked for patience.",
    ),
    took: noted(z.array(text), "Issues that it took in."),
    lastSuccess: noted(momentOrNull, "When the last run ended that did not fail."),
    version: noted(text.nullable(), "Version of the stored data set."),
    newestIssue: noted(z.iso.date().nullable(), "Day of its newest issue."),
    held: noted(
      z.array(heldSchema),
      "New issues that are held back, for each lists less than half of the usual number.",
    ),
    left: noted(
      z.strictObject({ files: z.array(text), because: text }).nullable(),
      "Issues that were edited or came late and that only a build from all issues can take in.",
    ),
    error: noted(z.strictObject({ name: text, message: text }).nullable(), "Why the last run failed."),
    failingSince: noted(momentOrNull, "When the first run failed of those that failed one after the other up to now."),
    notBefore: noted(momentOrNull, "The newsletter's host is not asked before."),
  }),
  "How the sync fares that runs by itself.",
  "Sync",
);
