import { existsSync } from "node:fs";
import { join } from "node:path";
import { archive } from "../../archive.ts";

const folder = archive === null ? null : join(archive, "..", "samples", "organisers");

/** Folder with samples of responses of organisers' hosts, next to the archive; null if there is none. */
export const samples: string | null = folder !== null && existsSync(folder) ? folder : null;
