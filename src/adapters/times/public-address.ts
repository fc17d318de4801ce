import ipaddr from "ipaddr.js";

/** Addresses of the public internet in IPv6, of which `ipaddr.js` names the exceptions. */
const GLOBAL = ipaddr.IPv6.parse("2000::");
/** IPv4 written in IPv6 by networks that have no IPv4 (RFC 6052). */
const NAT64 = ipaddr.IPv6.parse("64:ff9b::");

/** Whether an IP address is one of the public internet: not private, loopback, link-local, multicast, reserved, … */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  if (ip instanceof ipaddr.IPv4) return ip.range() === "unicast";
  if (ip.match(NAT64, 96)) return new ipaddr.IPv4(ip.toByteArray().slice(12)).range() === "unicast";
  return ip.match(GLOBAL, 3) && ip.range() === "unicast";
}
