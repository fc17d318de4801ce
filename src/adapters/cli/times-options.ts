import { addressIn, contactIn } from "../settings.ts";
import type { ReadValues } from "../times/list.ts";
import { UsageError } from "./command.ts";

/** Where hours come from, for the commands that read them after issues. */
export const TIMES_OPTIONS = {
  "no-times": { type: "boolean" },
  organisers: { type: "string" },
  via: { type: "string" },
} as const;

export const TIMES_HELP = `  --no-times         read no hours from organisers' calendars
  --organisers FILE  whose calendars are read; data/organisers.json unless told
  --via ADDRESS      for tests and mirrors: organisers' https://HOST/PATH is asked for at ADDRESS/HOST/PATH, without pauses`;

export interface TimesValues {
  readonly "no-times"?: boolean | undefined;
  readonly organisers?: string | undefined;
  readonly via?: string | undefined;
}

/**
 * What the options name; `site` is the public address, which tells organisers' hosts who asks where the environment does not.
 * Throws {@link UsageError} for a list that cannot be read, and for what is no address.
 */
export async function timesValues({ organisers, via }: TimesValues, site?: string): Promise<ReadValues> {
  const contact = contactIn("TWIR_CONTACT", process.env.TWIR_CONTACT) ?? site;
  const address = via && addressIn("--via", via);
  // A server that asks nobody does without.
  const { EMBEDDED_ORGANISERS, organisersAt } = await import("../times/list.ts");
  try {
    organisersAt(organisers ?? EMBEDDED_ORGANISERS);
  } catch (error) {
    throw new UsageError(`--organisers: ${(error as Error).message}`);
  }
  return { organisers, via: address, contact };
}
