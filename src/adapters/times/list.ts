import { fileURLToPath } from "node:url";
import { type Organisers, readOrganisers } from "../../times/organisers.ts";
import { readRegular } from "../regular-file.ts";

/** Whose calendars are read, as it comes with the program. */
export const EMBEDDED_ORGANISERS = fileURLToPath(new URL("../../../data/organisers.json", import.meta.url));

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
    return readOrganisers(JSON.parse(readRegular(path).toString()));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}
