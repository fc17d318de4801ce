import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAsk as createFetchAsk } from "../../../src/adapters/times/ask-fetch.ts";
import { createAsk as createNodeAsk } from "../../../src/adapters/times/ask-node.ts";
import type { AskOptions } from "../../../src/adapters/times/follow.ts";
import type { Answered } from "../../../src/times/ask.ts";
import { type Answer, gzipBomb, json, privateGroup, redirectTo } from "../../times/replay/answer.ts";
import { meetupCalendar, meetupUrl } from "../../times/replay/meetup.ts";
import { type Replay, replay } from "../../times/replay/server.ts";

const URL = meetupUrl("rust-sampleville");
const CALENDAR = meetupCalendar({
  slug: "rust-sampleville",
  name: "Rust Sampleville 🦀",
  zone: "Europe/Berlin",
  events: [{ id: "399900101", start: "2026-10-22T19:00:00" }],
});
const MOST = 20_000;
/** For answers that never end. */
const SHORT = { limitMs: 300 };

let hosts: Replay;
beforeEach(async () => {
  hosts = await replay();
});
afterEach(() => hosts.close());

const IMPLEMENTATIONS = [
  ["node", createNodeAsk],
  ["fetch", createFetchAsk],
] as const;

describe.each(IMPLEMENTATIONS)("requests by %s", (_name, createAsk) => {
  const ask = (url = URL, options: Partial<AskOptions> = {}): Promise<Answered> =>
    createAsk({ userAgent: "test (+https://calendar.example)", via: hosts.via, ...options })({
      url,
      mostBytes: MOST,
      accept: "text/calendar",
    });
  /** The result of a response at `URL`. */
  const given = (answer: Answer, options: Partial<AskOptions> = {}) => {
    hosts.set(URL, answer);
    return ask(URL, options);
  };

  it("returns status, type and body, sends the given headers, and stores no cookies", async () => {
    const headers = { "content-type": "Text/Calendar; charset=UTF-8", "set-cookie": "seen=1; path=/" };
    for (let times = 0; times < 2; times++) {
      expect(await given({ headers, body: CALENDAR })).toEqual({
        kind: "answer",
        status: 200,
        url: URL,
        type: "text/calendar; charset=utf-8",
        body: CALENDAR,
        retryAfterMs: null,
      });
    }
    expect(hosts.log.map(({ host, path, userAgent }) => ({ host, path, userAgent }))).toEqual(
      Array(2).fill({
        host: "www.meetup.com",
        path: "/rust-sampleville/events/ical/",
        userAgent: "test (+https://calendar.example)",
      }),
    );
    for (const { headers } of hosts.log) {
      expect(headers).toMatchObject({ accept: "text/calendar" });
      expect(headers).not.toHaveProperty("cookie");
    }
  });

  it("keeps the query", async () => {
    await ask("https://api.lu.ma/ics/get?entity=calendar&id=cal-x%20y#part");
    expect(hosts.log.map(({ path }) => path)).toEqual(["/ics/get?entity=calendar&id=cal-x%20y"]);
  });

  it.each<[string, Answer, string, number]>([
    ["404 as JSON", json(404, { message: "Group not found" }), '{"message":"Group not found"}', 404],
    ["403 of a private group", privateGroup, '{"message":"Invalid feed signature"}', 403],
    ["200 with a page", { body: "<!DOCTYPE html>" }, "<!DOCTYPE html>", 200],
    ["nothing", { body: "" }, "", 200],
    ["204", { status: 204 }, "", 204],
    ["gzip", { coding: "gzip", body: CALENDAR }, CALENDAR, 200],
    ["deflate", { coding: "deflate", body: CALENDAR }, CALENDAR, 200],
    ["a byte order mark", { body: `\uFEFF${CALENDAR}` }, CALENDAR, 200],
    ["as much as is read", { body: "é".repeat(MOST / 2) }, "é".repeat(MOST / 2), 200],
    ["late, but in time", { delayMs: 50, body: CALENDAR }, CALENDAR, 200],
    ["in single bytes", { dripMs: 0, body: "BEGIN:🦀" }, "BEGIN:🦀", 200],
    ["304, which nobody asked for", { status: 304 }, "", 304],
    ["a redirect to nowhere", { status: 302, body: "?" }, "?", 302],
    ["a large refusal, in part", { status: 404, body: "x".repeat(MOST * 10) }, "x".repeat(MOST), 404],
    ["an endless refusal, in part", { status: 429, endless: true, body: "x".repeat(100) }, "x".repeat(MOST), 429],
    ["a cut refusal", { status: 503, cut: "length", body: "Sorry" }, "Sorry", 503],
    ["a refusal in Latin-1", { status: 404, body: Buffer.from("caf\xe9", "latin1") }, "caf\uFFFD", 404],
    ["a refusal in an unknown coding", { status: 403, headers: { "content-encoding": "snow" }, body: "?" }, "", 403],
  ])("response: %s", async (_what, answer, body, status) => {
    expect(await given(answer)).toMatchObject({ kind: "answer", status, body });
  });

  it("applies the time limit to the body of an error", async () => {
    const answer = { status: 503, headers: { "retry-after": "60" }, dripMs: 50, body: "Sorry, not now" };
    expect(await given(answer, SHORT)).toMatchObject({ kind: "answer", status: 503, retryAfterMs: 60_000 });
  });

  it.each<[string, Answer, string, Partial<AskOptions>]>([
    [
      "too large, as announced",
      { headers: { "content-length": "20001" }, body: "x".repeat(MOST + 1) },
      "too-large",
      {},
    ],
    ["too large by one byte", { body: `${"é".repeat(MOST / 2)}x` }, "too-large", {}],
    ["endless", { endless: true, body: "x".repeat(1000) }, "too-large", {}],
    ["a gzip bomb", gzipBomb(64), "too-large", {}],
    ["slow bytes", { dripMs: 20, body: "x".repeat(1000) }, "timeout", SHORT],
    ["no answer in time", { delayMs: 60_000 }, "timeout", SHORT],
    ["hangs up", { cut: "before" }, "unreachable", {}],
    ["cut, by length", { cut: "length", body: CALENDAR }, "unreachable", {}],
    ["cut, by chunks", { cut: "chunks", body: CALENDAR }, "unreachable", {}],
    ["cut and compressed", { cut: "length", coding: "gzip", body: CALENDAR }, "unreachable", {}],
    ["no gzip", { headers: { "content-encoding": "gzip" }, body: CALENDAR }, "undecodable", {}],
    ["an unknown coding", { headers: { "content-encoding": "snow" }, body: CALENDAR }, "undecodable", {}],
    ["a name of JavaScript's", { headers: { "content-encoding": "constructor" }, body: "x" }, "undecodable", {}],
    ["not UTF-8", { body: Buffer.from("caf\xe9", "latin1") }, "undecodable", {}],
    ["UTF-8 cut within a letter", { body: Buffer.from("é").subarray(0, 1) }, "undecodable", {}],
    ["a redirect to another host", redirectTo("https://www.example.org/x"), "redirected-away", {}],
    ["a redirect to a part of the host", redirectTo("//meetup.com/x"), "redirected-away", {}],
    ["a redirect to http", redirectTo("http://www.meetup.com/x"), "not-https", {}],
    ["a redirect to another port", redirectTo("https://www.meetup.com:8443/x"), "not-https", {}],
    ["a redirect with a user", redirectTo("https://a:b@www.meetup.com/x"), "not-https", {}],
    ["a redirect to a private address", redirectTo("https://127.0.0.1/x"), "redirected-away", {}],
    ["a redirect to another scheme", redirectTo("data:text/calendar,BEGIN"), "redirected-away", {}],
    ["a redirect to no address", redirectTo("https://["), "redirected-away", {}],
    ["a redirect to another host of the mirror", redirectTo("{VIA}/www.example.org/x"), "redirected-away", {}],
    ["a redirect to the mirror itself", redirectTo("{VIA}/"), "redirected-away", {}],
    ["a loop", redirectTo(URL), "redirected-away", {}],
  ])("no response: %s", async (_what, answer, why, options) => {
    expect(await given(answer, options)).toMatchObject({ kind: "none", why, message: expect.stringMatching(/./) });
    expect(new Set(hosts.log.map(({ host }) => host))).toEqual(new Set(["www.meetup.com"]));
  });

  it.each<[string, Answer]>([
    ["endless", { endless: true, body: "x".repeat(1000) }],
    ["an endless refusal", { status: 500, endless: true, body: "x".repeat(1000) }],
    ["slow", { dripMs: 20, body: "x".repeat(1000) }],
    ["an endless redirect", { ...redirectTo("//example.org/"), endless: true, body: "x".repeat(1000) }],
    ["no gzip", { headers: { "content-encoding": "gzip" }, endless: true, body: "x".repeat(1000) }],
  ])("releases the connection: %s", async (_what, answer) => {
    await given(answer, SHORT);
    await expect.poll(() => hosts.connections()).toBe(0);
  });

  it.each([301, 302, 303, 307, 308])("follows %d on the same host", async (status) => {
    const there = "https://www.meetup.com/new/events/ical/?x=1";
    hosts.set(there, { body: CALENDAR });
    for (const location of [there, "/new/events/ical/?x=1#part", "{VIA}/www.meetup.com/new/events/ical/?x=1"]) {
      expect(await given(redirectTo(location, status))).toMatchObject({ status: 200, url: there, body: CALENDAR });
    }
  });

  it("follows five redirects but not six, even with endless bodies", async () => {
    const endless = { endless: true, body: "x".repeat(100) };
    for (let step = 0; step < 6; step++) {
      hosts.set(`https://www.meetup.com/${step}`, { ...redirectTo(`/${step + 1}`), ...endless });
    }
    hosts.set("https://www.meetup.com/6", { body: CALENDAR });
    expect(await ask("https://www.meetup.com/1")).toMatchObject({ kind: "answer", url: "https://www.meetup.com/6" });
    expect(await ask("https://www.meetup.com/0")).toMatchObject({ kind: "none", why: "redirected-away" });
    expect(hosts.log.map(({ path }) => path).slice(6)).toEqual(["/0", "/1", "/2", "/3", "/4", "/5"]);
  });

  it("releases a response before the next request", async () => {
    const endless = { endless: true, body: "x".repeat(100) };
    let open: Promise<number> | undefined;
    hosts.set("https://www.meetup.com/a", { ...redirectTo("/b"), ...endless });
    hosts.set("https://www.meetup.com/b", { ...redirectTo("/c"), ...endless });
    hosts.set("https://www.meetup.com/c", () => {
      open = new Promise((resolve) => setTimeout(() => resolve(hosts.connections()), 200));
      return { delayMs: 500, body: CALENDAR };
    });
    expect(await ask("https://www.meetup.com/a")).toMatchObject({ kind: "answer", body: CALENDAR });
    expect(await open).toBe(1);
  });

  it("applies the time limit to all redirects together", async () => {
    const slow = { delayMs: 120 };
    hosts.set("https://www.meetup.com/a", { ...redirectTo("/b"), ...slow });
    hosts.set("https://www.meetup.com/b", { ...redirectTo("/c"), ...slow });
    hosts.set("https://www.meetup.com/c", { ...redirectTo("/a"), ...slow });
    expect(await ask("https://www.meetup.com/a", SHORT)).toMatchObject({ kind: "none", why: "timeout" });
  });

  it("returns how long to wait", async () => {
    const answer = { status: 429, headers: { "retry-after": "120" }, body: "Too many" };
    expect(await given(answer)).toMatchObject({ status: 429, body: "Too many", retryAfterMs: 120_000 });
  });

  it("sends nothing to non-public hosts, and nothing without https", async () => {
    for (const [url, why] of [
      ["https://127.0.0.1/x", "private-address"],
      ["https://[::1]/x", "private-address"],
      ["https://localhost/x", "private-address"],
      ["http://www.meetup.com/x", "not-https"],
      ["https://www.meetup.com:8443/x", "not-https"],
      ["https://user@www.meetup.com/x", "not-https"],
      ["nonsense", "not-https"],
    ]) {
      expect(await ask(url), url).toMatchObject({ kind: "none", why });
    }
    expect(hosts.log).toEqual([]);
  });

  it("reports a refused connection", async () => {
    const { via } = hosts;
    await hosts.close();
    expect(await ask(URL, { via })).toMatchObject({ kind: "none", why: "unreachable" });
  });

  it("rejects an invalid address of a mirror", () => {
    expect(() => createAsk({ userAgent: "test", via: "nowhere" })).toThrow(TypeError);
  });

  it("supports a mirror with a path", async () => {
    hosts.set("https://mirror/of/www.meetup.com/x", redirectTo("{VIA}/mirror/of/www.meetup.com/y"));
    hosts.set("https://mirror/of/www.meetup.com/y", { body: CALENDAR });
    const answered = await ask("https://www.meetup.com/x", { via: `${hosts.via}/mirror/of/` });
    expect(answered).toMatchObject({ status: 200, url: "https://www.meetup.com/y" });
  });
});
