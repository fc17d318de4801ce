import { addressIn, contactIn } from "../settings.ts";
import type { ReadValues } from "../times/list.ts";
import { UsageError } from "./command.ts";

/** Options for reading start times, of the commands that sync. */
export const TIMES_OPTIONS = {
  "no-times": { type: "boolean" },
  organisers: { type: "string" },
  via: { type: "string" },
} as const;

export const TIMES_HELP = `  --no-times         do not read organisers' calendars
  --organisers FILE  list of calendars (default: data/organisers.json)
  --via ADDRESS      for tests and mirrors: fetch https://HOST/PATH from ADDRESS/HOST/PATH instead, without pauses`;

export interface TimesValues {
  readonly "no-times"?: boolean | undefined;
  readonly organisers?: string | undefined;
  readonly via?: string | undefined;
}

/**
 * The values of the options; `site` is the public address, the default of TWIR_CONTACT. Throws {@link UsageError} for a list
 * that cannot be read, {@link SettingRefused} for an invalid address.
 */
export async function timesValues({ organisers, via }: TimesValues, site?: string): Promise<ReadValues> {
  const contact = contactIn("TWIR_CONTACT", process.env.TWIR_CONTACT) ?? site;
  const address = via && addressIn("--via", via);
  // Not loaded by a server that reads no calendars.
  const { EMBEDDED_ORGANISERS, organisersAt } = await import("../times/list.ts");
  try {
    organisersAt(organisers ?? EMBEDDED_ORGANISERS);
  } catch (error) {
    throw new UsageError(`--organisers: ${(error as Error).message}`);
  }
  return { organisers, via: address, contact };
}
