import { SettingRefused } from "../ports.ts";

/** What `Authorization` and `User-Agent` can carry of visible ASCII, and what servers take of it. */
const TOKEN = /^[!-~]{1,4096}$/;
const CONTACT = /^[ -~]{1,500}$/;

/** The token that `text` holds, the setting `name`: blanks around it, as a file leaves them, are none of it. Undefined for none. */
export function tokenIn(name: string, text: string | undefined): string | undefined {
  return held(
    name,
    text,
    TOKEN,
    "a token of up to 4096 letters, digits and signs of ASCII, without blanks and line breaks",
  );
}

/** As {@link tokenIn}, what `text` tells organisers' hosts of who asks. */
export function contactIn(name: string, text: string | undefined): string | undefined {
  return held(name, text, CONTACT, "an address of up to 500 letters, digits and signs of ASCII, without line breaks");
}

function held(name: string, text: string | undefined, pattern: RegExp, what: string): string | undefined {
  const plain = text?.trim() ?? "";
  if (plain === "") return undefined;
  if (pattern.test(plain)) return plain;
  throw new SettingRefused(`${name} takes ${what}; its value is not repeated here`);
}

/**
 * The http or https address that `text` holds, the setting `name`, without a slash at its end. Errors and logs name addresses:
 * one with a user name, a password or a query is refused.
 */
export function addressIn(name: string, text: string): string {
  const url = URL.parse(text);
  const isPlain =
    url !== null && /^https?:$/.test(url.protocol) && url.username + url.password + url.search + url.hash === "";
  // `URL` takes blanks and control characters away.
  if (isPlain && !/[\s\p{Cc}]/u.test(text)) return url.href.replace(/\/+$/, "");
  throw new SettingRefused(
    `${name} takes an http or https address without user name, password and query; its value is not repeated here`,
  );
}
