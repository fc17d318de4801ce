import { describe, expect, it } from "vitest";
import { isPublic } from "../../../src/adapters/times/public-address.ts";
import { plainHttps } from "../../../src/adapters/times/public-host.ts";

describe("isPublic", () => {
  it.each([
    "1.1.1.1",
    "8.8.8.8",
    "172.15.255.255",
    "172.32.0.1",
    "100.63.255.255",
    "100.128.0.1",
    "223.255.255.255",
    "2606:4700::1111",
    "2a00:1450:4001:80b::200e",
    "::ffff:1.1.1.1",
    "64:ff9b::1.1.1.1",
  ])("accepts %s", (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it.each([
    ["this network", "0.0.0.0", "0.1.2.3", "::"],
    ["loopback", "127.0.0.1", "127.255.255.254", "::1"],
    ["private", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
    ["carrier-grade NAT", "100.64.0.1", "100.127.255.255"],
    ["link-local", "169.254.169.254", "fe80::1", "fe80::1%eth0", "febf::1"],
    ["unique and site local", "fc00::1", "fd12:3456::1", "fec0::1"],
    ["multicast and broadcast", "224.0.0.1", "239.255.255.255", "255.255.255.255", "ff02::1"],
    ["reserved", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "240.0.0.1"],
    ["reserved in IPv6", "100::1", "2001:db8::1", "3fff::1", "5f00::1", "4000::1", "2001::1", "2002:7f00:1::"],
    [
      "IPv4 in IPv6",
      "::ffff:127.0.0.1",
      "::ffff:7f00:1",
      "::ffff:10.0.0.1",
      "::127.0.0.1",
      "::7f00:1",
      "::ffff:0:127.0.0.1",
    ],
    ["IPv4 behind NAT64", "64:ff9b::127.0.0.1", "64:ff9b::a00:1", "64:ff9b::192.168.0.1", "64:ff9b:1::1.1.1.1"],
    ["none", "", "localhost", "1.1.1.1.1", "1.1.1.1/8", "300.1.1.1", ":::"],
  ])("rejects %s", (_what, ...addresses) => {
    expect(addresses.filter(isPublic)).toEqual([]);
  });
});

describe("plainHttps", () => {
  it.each([
    ["https://www.meetup.com/rust/events/ical/", "https://www.meetup.com/rust/events/ical/"],
    [
      "https://api.lu.ma:443/ics/get?entity=calendar&id=cal-x#top",
      "https://api.lu.ma/ics/get?entity=calendar&id=cal-x",
    ],
    ["HTTPS://WWW.Example.ORG/A b", "https://www.example.org/A%20b"],
    ["https://müller.example/", "https://xn--mller-kva.example/"],
    ["https://localhost.example/", "https://localhost.example/"],
    ["https://10.0.0.1.example/", "https://10.0.0.1.example/"],
  ])("accepts %s", (text, url) => {
    expect(plainHttps(text).href).toBe(url);
  });

  it.each([
    [
      "private-address",
      "127.0.0.1",
      "0x7f.1",
      "0177.0.0.1",
      "2130706433",
      "127.1",
      "0x7f000001",
      "１２７.０.０.１",
      "0",
    ],
    [
      "private-address",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "[fe80::1]",
      "[2606:4700::1111]",
      "8.8.8.8",
      "134744072",
      "8.8.8.8.",
    ],
    ["private-address", "localhost", "LOCALHOST", "localhost.", "a.localhost", "ⓛocalhost", "intranet"],
    ["private-address", "www.meetup.com.", "printer.local", "metadata.google.internal", "router.lan", "nas.home.arpa"],
    ["not-https", "www.meetup.com:80", "www.meetup.com:8443", "user@www.meetup.com", "user:word@www.meetup.com"],
    ["not-https", "a b", "[::1", "www.meetup.com:99999", "300.300.300.300"],
  ])("rejects %s: %s, …", (why, ...hosts) => {
    for (const host of hosts) {
      expect(() => plainHttps(`https://${host}/x`), host).toThrow(expect.objectContaining({ why }));
    }
  });

  it.each([
    "http://www.meetup.com/",
    "ftp://www.meetup.com/",
    "file:///etc/passwd",
    "data:text/calendar,BEGIN",
    "javascript:0",
    "//www.meetup.com/",
    "nonsense",
    "",
  ])("rejects an address that is not https: %j", (text) => {
    expect(() => plainHttps(text)).toThrow(expect.objectContaining({ why: "not-https" }));
  });
});
