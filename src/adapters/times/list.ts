import { fileURLToPath } from "node:url";
import { type Organisers, readOrganisers } from "../../times/organisers.ts";
import { readRegular } from "../regular-file.ts";

/** The list of organisers included with the program. */
export const EMBEDDED_ORGANISERS = fileURLToPath(new URL("../../../data/organisers.json", import.meta.url));

/** Options of reading calendars; plain values that can be sent to another process. */
export interface ReadValues {
  /** Path of the list of organisers. Default: the one included with the program. */
  readonly organisers?: string | undefined;
  /** Address of a server that stands in for all hosts; requests are then sent without pauses. */
  readonly via?: string | undefined;
  /** Only calendars of the group with this slug. */
  readonly only?: string | undefined;
  /** Also calendars that are not due. */
  readonly all?: boolean | undefined;
  /** Start no calendar after this time. */
  readonly limitSeconds?: number | undefined;
  /** Contact address for organisers' hosts. */
  readonly contact?: string | undefined;
}

/** Reads the list of organisers at `path`; throws an error that names the file and the problem. */
export function organisersAt(path: string): Organisers {
  try {
    return readOrganisers(JSON.parse(readRegular(path).toString()));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}
