import ipaddr from "ipaddr.js";
import { NoAnswer } from "./no-answer.ts";

/** Names that are never public (RFC 6761 and similar). */
const LOCAL = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home\.arpa|onion)$/;

/**
 * Parses an address and removes its fragment. Throws {@link NoAnswer} unless it is a plain https address, without port or user
 * name, of a host with a public name. IP addresses in any notation are rejected.
 */
export function plainHttps(text: string): URL {
  if (!URL.canParse(text)) throw new NoAnswer("not-https", `${text} is not a valid address`);
  const url = new URL(text);
  url.hash = "";
  if (url.protocol !== "https:") throw new NoAnswer("not-https", `${url.href} is not https`);
  if (url.username !== "" || url.password !== "") throw new NoAnswer("not-https", `${url.host}: has a user name`);
  if (url.port !== "") throw new NoAnswer("not-https", `${url.host}: not the default port of https`);
  if (!isName(url.hostname)) throw new NoAnswer("private-address", `${url.hostname} is not a public host name`);
  return url;
}

function isName(host: string): boolean {
  const isAddress = host.startsWith("[") || ipaddr.isValid(host);
  return !isAddress && host.includes(".") && !host.endsWith(".") && !LOCAL.test(host);
}
