import { createHash } from "node:crypto";

/** The id that git gives a file with these bytes: SHA-1 of `blob <length>\0` and the bytes, in hex. */
export function blobId(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
