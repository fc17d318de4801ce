import ipaddr from "ipaddr.js";

/** Public IPv6 addresses, except for the ranges that `ipaddr.js` knows. */
const GLOBAL = ipaddr.IPv6.parse("2000::");
/** IPv4 addresses embedded in IPv6 by networks without IPv4 (RFC 6052). */
const NAT64 = ipaddr.IPv6.parse("64:ff9b::");

/** Whether an IP address is public: not private, loopback, link-local, multicast, reserved, … */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  if (ip instanceof ipaddr.IPv4) return ip.range() === "unicast";
  if (ip.match(NAT64, 96)) return new ipaddr.IPv4(ip.toByteArray().slice(12)).range() === "unicast";
  return ip.match(GLOBAL, 3) && ip.range() === "unicast";
}
