import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { EventStore, TimesStore } from "../../ports.ts";
import { type Organisers, readOrganisers } from "../../times/organisers.ts";
import type { TimesOptions, TimesReport } from "../../times/run.ts";
import { createAsk } from "./ask-node.ts";
import { readAndKeep } from "./keep.ts";
import { userAgent } from "./user-agent.ts";

/** Whose calendars are read, as it comes with the program. */
export const EMBEDDED_ORGANISERS = fileURLToPath(new URL("../../../data/organisers.json", import.meta.url));

/** The whole run, unless told. */
const LIMIT_SECONDS = 900;

/** What a run of readings is told by whoever starts it; plain values, so that another process can be told. */
export interface ReadValues {
  /** The list of organisers; the one that comes with the program unless told. */
  readonly organisers?: string | undefined;
  /** Address that plays all hosts, which are then asked without a pause. */
  readonly via?: string | undefined;
  readonly only?: string | undefined;
  readonly all?: boolean | undefined;
  readonly limitSeconds?: number | undefined;
  /** Where organisers' hosts can learn who asks. */
  readonly contact?: string | undefined;
}

/** Reads the list of organisers at `path`; throws an error that names the file and what is wrong. */
export function organisersAt(path: string): Organisers {
  try {
    return readOrganisers(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

/** Reads what is due of the organisers of the events in `store`, and keeps it in `times`, unless `dry`. */
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
