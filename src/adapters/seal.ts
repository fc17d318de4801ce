import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Bytes } from "../render/bytes.ts";

const DIGEST = 32;

/**
 * Prefixes `bytes`, to be stored under `key`, with a digest of both, so that {@link opened} detects corrupted or misplaced
 * values.
 */
export function sealed(key: string, bytes: Uint8Array): Uint8Array {
  return concatBytes(sumOf(key, sha256(bytes)), bytes);
}

/** The bytes that were {@link sealed} for `key`, without copying; null for anything else. */
export async function opened(key: string, whole: Bytes): Promise<Bytes | null> {
  const bytes = whole.subarray(DIGEST);
  // The digest of the runtime is many times faster, and a request is waiting.
  const sum = sumOf(key, new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
  return bytesToHex(sum) === bytesToHex(whole.subarray(0, DIGEST)) ? bytes : null;
}

/** JSON of `value`, to be stored under `key`, with a digest of both as `sum`. */
export function sealJson(key: string, value: object): string {
  return JSON.stringify({ ...value, sum: jsonSum(key, value) });
}

/** Parses what {@link sealJson} wrote for `key`, or JSON of older versions without `sum`; null for anything else. */
export function openJson(key: string, text: string): object | null {
  try {
    const { sum, ...value } = JSON.parse(text);
    return sum === undefined || sum === jsonSum(key, value) ? value : null;
  } catch {
    return null;
  }
}

function jsonSum(key: string, value: object): string {
  return bytesToHex(sumOf(key, sha256(utf8ToBytes(JSON.stringify(value))))).slice(0, DIGEST);
}

function sumOf(key: string, digest: Uint8Array): Uint8Array {
  return sha256(concatBytes(digest, utf8ToBytes(key)));
}
