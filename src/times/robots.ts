import robotsParser from "robots-parser";
import type { Answered } from "./ask.ts";

/** What robots.txt calls us. */
const AGENT = "twir-calendar";

/** The package is a function; its types say a module with one. */
const parse = robotsParser as unknown as typeof robotsParser.default;

/** Lines that are rules: others must not come between them (RFC 9309, 2.2.4). */
const RULE = /^\s*(user-agent|allow|disallow)\s*:/i;

/**
 * What a host's answer for `/robots.txt` says (RFC 9309, 2.3.1): its lines that are rules, for nothing else of it is kept; empty,
 * no rules, when it has none (4xx); null, nothing may be asked now, when that is not known (429, 5xx, no answer).
 */
export function robotsOf(answered: Answered): string | null {
  if (answered.kind === "none") return null;
  const { status, body } = answered;
  if (status >= 200 && status < 300) return rulesIn(body);
  return status >= 400 && status < 500 && status !== 429 ? "" : null;
}

/** Whether `robotsText`, of {@link robotsOf} for the host of `url`, lets us ask for `url`. */
export function mayAsk(robotsText: string | null, url: string): boolean {
  const asked = URL.canParse(url) ? new URL(url) : null;
  if (robotsText === null || asked === null) return false;
  if (asked.pathname === "/robots.txt") return true;
  return parse(new URL("/robots.txt", asked).href, rulesIn(robotsText)).isAllowed(asked.href, AGENT) ?? false;
}

function rulesIn(text: string): string {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  return lines
    .filter((line) => RULE.test(line))
    .map((line) => line.replace(/#.*/, "").trim())
    .join("\n");
}
