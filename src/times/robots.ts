import robotsParser from "robots-parser";
import type { Answered } from "./ask.ts";

/** Our product token in robots.txt. */
const AGENT = "twir-calendar";

/** The package exports a function, but its types declare a default export. */
const parse = robotsParser as unknown as typeof robotsParser.default;

/** Lines with rules. Other lines are removed, because they must not break up groups (RFC 9309, 2.2.4). */
const RULE = /^\s*(user-agent|allow|disallow)\s*:/i;

/**
 * The rules in a host's response for `/robots.txt` (RFC 9309, 2.3.1): only its lines with rules; empty (everything is allowed) if
 * there is none (4xx); null (nothing may be requested now) if that is unknown (429, 5xx, no response).
 */
export function robotsOf(answered: Answered): string | null {
  if (answered.kind === "none") return null;
  const { status, body } = answered;
  if (status >= 200 && status < 300) return rulesIn(body);
  return status >= 400 && status < 500 && status !== 429 ? "" : null;
}

/** Whether `robotsText`, from {@link robotsOf} for the host of `url`, allows us to request `url`. */
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
