import ipaddr from "ipaddr.js";
import { NoAnswer } from "./no-answer.ts";

/** Names that are never those of the public internet (RFC 6761 and its like). */
const LOCAL = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home\.arpa|onion)$/;

/**
 * The address `text` without its fragment. Throws {@link NoAnswer} unless it is a plain https address, without port or user, of
 * a host with a public name; a host that is an IP address in any spelling has none.
 */
export function plainHttps(text: string): URL {
  if (!URL.canParse(text)) throw new NoAnswer("not-https", `${text} is no address`);
  const url = new URL(text);
  url.hash = "";
  if (url.protocol !== "https:") throw new NoAnswer("not-https", `${url.href} is not https`);
  if (url.username !== "" || url.password !== "") throw new NoAnswer("not-https", `${url.host}: with a user name`);
  if (url.port !== "") throw new NoAnswer("not-https", `${url.host}: another port than that of https`);
  if (!isName(url.hostname)) throw new NoAnswer("private-address", `${url.hostname} is no public host name`);
  return url;
}

function isName(host: string): boolean {
  const isAddress = host.startsWith("[") || ipaddr.isValid(host);
  return !isAddress && host.includes(".") && !host.endsWith(".") && !LOCAL.test(host);
}
