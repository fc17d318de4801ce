import { readFileSync } from "node:fs";
import type { EventStore, TimesStore } from "../../ports.ts";
import type { TimesOptions, TimesReport } from "../../times/run.ts";
import { createAsk } from "./ask-node.ts";
import { readAndKeep } from "./keep.ts";
import { EMBEDDED_ORGANISERS, organisersAt, type ReadValues } from "./list.ts";
import { userAgent } from "./user-agent.ts";

/** Default time limit of a run. */
const LIMIT_SECONDS = 900;

/** Like {@link readAndKeep}, with requests sent from Node. */
export async function readFromHosts(
  { store, times }: { readonly store: Pick<EventStore, "read">; readonly times: TimesStore },
  values: ReadValues,
  options: Pick<TimesOptions, "now" | "onProgress" | "onReading"> & { readonly dry?: boolean },
): Promise<TimesReport> {
  const { organisers = EMBEDDED_ORGANISERS, via, only, all, limitSeconds = LIMIT_SECONDS, contact } = values;
  const program = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  return readAndKeep(
    { store, times },
    {
      ...options,
      via,
      organisers: organisersAt(organisers),
      ask: createAsk({ userAgent: userAgent(program, contact), ...(via === undefined ? {} : { via }) }),
      endsAt: options.now() + 1_000 * limitSeconds,
      ...(only === undefined ? {} : { only }),
      ...(all === undefined ? {} : { all }),
    },
  );
}
