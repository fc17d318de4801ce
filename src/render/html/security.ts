import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { EventRecord } from "../../model/event.ts";
import { SCRIPT, showsHours } from "./script.ts";
import { STYLE } from "./style.ts";

/**
 * Security headers of pages without times: only the style with its digest is allowed, no scripts, and forms only to this site.
 */
export const SECURITY = headers("");

/** Security headers of pages with times, which also allow the script with its digest. */
const SCRIPTED = headers(` script-src ${digest(SCRIPT)};`);

/** Security headers of a page of `events`. */
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
