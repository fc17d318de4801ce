import type { Site } from "../http/site.ts";

/** Default domain after the `@` in every UID, independent of the address of the server. */
export const UID_DOMAIN = "twir-calendar";

/** Names of the options, for error messages. */
interface Names {
  readonly url: string;
  readonly domain: string;
}

/**
 * The site at the public address `url`, which must not have a path; null for none. Throws a RangeError that calls the options by
 * `names`.
 */
export function siteAt(url: string | null, domain: string, names: Names): Site {
  // Must be valid in a UID and in a tag: URI (RFC 4151).
  if (!/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(domain))
    throw new RangeError(`${names.domain} takes a host name, calendar.example.org, not "${domain}"`);
  if (url === null) return { url: "", domain };
  const address = url.replace(/\/+$/, "");
  const parsed = URL.parse(address);
  const what = `${names.url} takes an address without a path, https://calendar.example.org`;
  if (parsed && parsed.username + parsed.password !== "")
    throw new RangeError(`${what}, without user name and password`);
  const rest = parsed ? parsed.pathname.slice(1) + parsed.search + parsed.hash : address;
  if (!parsed || !/^https?:$/.test(parsed.protocol) || rest !== "" || /[\s\p{Cc}]/u.test(address))
    throw new RangeError(`${what}, not ${JSON.stringify(address)}`);
  return { url: parsed.origin, domain };
}
