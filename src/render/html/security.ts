import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { EventRecord } from "../../model/event.ts";
import { SCRIPT, showsHours } from "./script.ts";
import { STYLE } from "./style.ts";

/** Headers of every page without hours: nothing is loaded but its own style, named by its digest; no script runs; forms lead here alone. */
export const SECURITY = headers("");

/** The same where the one script runs that tells the visitor's own hours, named by its digest. */
const SCRIPTED = headers(` script-src ${digest(SCRIPT)};`);

/** Headers of a page of `events`, of an edition that is `timed` or not. */
export function securityOf(
  timed: boolean | undefined,
  events: readonly EventRecord[],
): Readonly<Record<string, string>> {
  return showsHours(timed, events) ? SCRIPTED : SECURITY;
}

function headers(scripts: string): Readonly<Record<string, string>> {
  return {
    "content-security-policy": `default-src 'none';${scripts} style-src ${digest(STYLE)}; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    "referrer-policy": "no-referrer",
  };
}

function digest(text: string): string {
  return `'sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(text))))}'`;
}
