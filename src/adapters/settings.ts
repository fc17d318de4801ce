import { SettingRefused } from "../ports.ts";

/** Values that are valid in `Authorization` and `User-Agent`: visible ASCII, with the lengths that servers accept. */
const TOKEN = /^[!-~]{1,4096}$/;
const CONTACT = /^[ -~]{1,500}$/;

/** Reads a token from the setting `name`; trims whitespace. Undefined if empty. Throws {@link SettingRefused} if invalid. */
export function tokenIn(name: string, text: string | undefined): string | undefined {
  return readSetting(
    name,
    text,
    TOKEN,
    "a token of up to 4096 visible ASCII characters, without spaces and line breaks",
  );
}

/** Reads the contact address for organisers' hosts, like {@link tokenIn}. */
export function contactIn(name: string, text: string | undefined): string | undefined {
  return readSetting(name, text, CONTACT, "an address of up to 500 visible ASCII characters, without line breaks");
}

function readSetting(name: string, text: string | undefined, pattern: RegExp, what: string): string | undefined {
  const plain = text?.trim() ?? "";
  if (plain === "") return undefined;
  if (pattern.test(plain)) return plain;
  throw new SettingRefused(`${name} takes ${what}; its value is not repeated here`);
}

/**
 * Reads an http or https address from the setting `name`, without a trailing slash. Throws {@link SettingRefused} for one with a
 * user name, password or query, because addresses appear in errors and logs.
 */
export function addressIn(name: string, text: string): string {
  const url = URL.parse(text);
  const isPlain =
    url !== null && /^https?:$/.test(url.protocol) && url.username + url.password + url.search + url.hash === "";
  // `URL` removes spaces and control characters.
  if (isPlain && !/[\s\p{Cc}]/u.test(text)) return url.href.replace(/\/+$/, "");
  throw new SettingRefused(
    `${name} takes an http or https address without user name, password and query; its value is not repeated here`,
  );
}
