import { packEdition } from "../../http/edition.ts";
import type { DataSet } from "../../model/event.ts";
import { EDITION_PART } from "./editions.ts";

const utf8 = new TextEncoder();

/** What is prepared of a data set to answer from it: parts by name. */
export function prepareParts(data: DataSet): Readonly<Record<string, Uint8Array>> {
  return { [EDITION_PART]: utf8.encode(packEdition(data)) };
}
