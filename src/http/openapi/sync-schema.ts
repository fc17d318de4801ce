import * as z from "zod";
import type { SyncOutcome, SyncState } from "../../ports.ts";
import { noted } from "../../render/json/schema.ts";

/** The sync state as published in `/health`. */
export type PublicSyncState = Omit<SyncState, "settled">;

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
  issue: noted(z.iso.date(), "Date of the issue."),
  listings: noted(count, "Number of listings."),
  usual: noted(z.number(), "Median number of listings of the issues before it."),
});

/** Status of the unattended sync. */
export const syncSchema = noted(
  z.strictObject({
    begun: noted(moment, "When the last run started."),
    ended: noted(momentOrNull, "When it ended; null if it is still running or was killed."),
    outcome: noted(
      z.enum(Object.keys(OUTCOMES) as SyncOutcome[]).nullable(),
      "Outcome of the last run that ended; null before. `held`, `left`: see these keys; `overtaken`: another run stored a data set first; `waited`: skipped, because the newsletter's host asked to wait.",
    ),
    took: noted(z.array(text), "Names of the issues that it added."),
    lastSuccess: noted(momentOrNull, "End of the last run that did not fail."),
    version: noted(text.nullable(), "Version of the stored data set."),
    newestIssue: noted(z.iso.date().nullable(), "Date of its newest issue."),
    held: noted(
      z.array(heldSchema),
      "New issues that are held back, because each lists less than half of the median number of events.",
    ),
    left: noted(
      z.strictObject({ files: z.array(text), because: text }).nullable(),
      "Edited or late issues that were not applied, because they require a rebuild from all issues.",
    ),
    error: noted(z.strictObject({ name: text, message: text }).nullable(), "Why the last run failed."),
    failingSince: noted(
      momentOrNull,
      "End of the first of the consecutive failed runs; null if the last run did not fail.",
    ),
    notBefore: noted(momentOrNull, "The newsletter's host asked not to be contacted before this time."),
  }),
  "Sync status.",
  "Sync",
);
