import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalLink, cleanUrl } from "../../src/normalize/link.ts";

const SAME: readonly (readonly [key: string, ...spellings: string[]])[] = [
  [
    "meetup.com/rust-elsewhere/events/300000001",
    "https://www.meetup.com/rust-elsewhere/events/300000001/",
    "http://meetup.com/Rust-Elsewhere/events/300000001", // no www, other case
    "https://www.meetup.com/de-DE/rust-elsewhere/events/300000001/", // locale
    "http://www.meetup.com/de/Rust-Elsewhere/events/300000001/", // older locale
    "https://www.meetup.com/rust-elsewhere/events/300000001/?eventOrigin=group_upcoming_events", // tracking
    "https://www.meetup.com/rust-elsewhere/events/300000001/#comments",
    "hhttps://www.meetup.com/rust-elsewhere/events/300000001/", // a stray letter
    "www.meetup.com/rust-elsewhere/events/300000001",
    "https://www.google.com/url?q=https://www.meetup.com/rust-elsewhere/events/300000001/&sa=D&source=calendar",
  ],
  ["meetup.com/rust-elsewhere/events/abcdwsydckbrb", "https://www.meetup.com/rust-elsewhere/events/abcdwsydckbrb/"],
  ["eventbrite.com/e/123456789", "https://www.eventbrite.com/e/some-title-tickets-123456789?aff=oddtdtcreator"],
  ["eventbrite.com/e/123456789", "https://www.eventbrite.fr/e/un-autre-titre-billets-123456789"],
  [
    "luma.com/abcd1234",
    "https://lu.ma/abcd1234",
    "https://luma.com/abcd1234?utm_source=x",
    "https://www.luma.com/abcd1234/",
  ],
  [
    "example.org/schedule",
    "https://example.org/schedule/",
    "http://www.example.org/schedule/index.html",
    "https://EXAMPLE.org//schedule",
  ],
  ["example.org?id=2", "https://example.org/?utm_medium=mail&id=2", "https://example.org?id=2&fbclid=abc"],
  ["youtube.com/watch?v=Abc", "https://www.youtube.com/watch?v=Abc"],
  ["facebook.com/events/1234567890", "https://m.facebook.com/events/1234567890/?ref=newsfeed"],
];

describe("an address is shown", () => {
  const page = "https://www.meetup.com/Rust-Elsewhere/events/300000001/";
  it.each([
    ["without tracking", `${page}?eventOrigin=group_events_list&recId=1-2&recSource=x&searchId=3`, page],
    [
      "without tracking among others",
      "https://example.org/?utm_source=x&id=2&mc_cid=3#top",
      "https://example.org/?id=2#top",
    ],
    [
      "without a ticket shop's",
      "https://www.eventbrite.com/e/talks-tickets-123?aff=oddtdtcreator",
      "https://www.eventbrite.com/e/talks-tickets-123",
    ],
    ["without Google's", `https://www.google.com/url?q=${encodeURIComponent(page)}&sa=D&ust=1&usg=x`, page],
    [
      "without what Google left behind",
      "https://discord.gg/AbCd&sa=D&source=calendar&usg=x",
      "https://discord.gg/AbCd",
    ],
    ["without YouTube's redirect", `https://www.youtube.com/redirect?event=x&q=${encodeURIComponent(page)}`, page],
    [
      "without Facebook's redirect",
      `https://l.facebook.com/l.php?u=${encodeURIComponent(`${page}?fbclid=1`)}&h=x`,
      page,
    ],
    [
      "without a mail filter's redirect",
      `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(page)}&data=1`,
      page,
    ],
    ["without characters that nobody sees", `${page}%E2%80%8B`, page],
    ["with all else", "https://www.youtube.com/watch?v=A%20b&t=1#x", "https://www.youtube.com/watch?v=A%20b&t=1#x"],
    ["with an empty query", "https://example.org/?#top", "https://example.org/?#top"],
    ["with a redirect that leads nowhere", "https://www.google.com/url?q=word", "https://www.google.com/url?q=word"],
  ])("%s", (_, printed, shown) => {
    expect(cleanUrl(printed)).toBe(shown);
    expect(canonicalLink(printed)).toEqual(canonicalLink(shown));
  });
});

describe("canonicalLink", () => {
  it.each(SAME)("%s", (key, ...spellings) => {
    for (const spelling of spellings) expect(canonicalLink(spelling), spelling).toEqual({ key, kind: "event" });
  });

  it.each([
    ["https://www.meetup.com/Rust-Elsewhere/", "meetup.com/rust-elsewhere"],
    ["https://www.meetup.com/rust-elsewhere/events/", "meetup.com/rust-elsewhere"],
    ["https://www.meetup.com/rust-elsewhere*", "meetup.com/rust-elsewhere"], // a stray star
    ["irc://irc.example.org/rust/", "irc://irc.example.org/rust"],
    ["https://discord.gg/AbCd", "discord.gg/AbCd"],
    ["https://t.me/joinchat/AbCd", "t.me/joinchat/AbCd"],
    ["https://meet.jit.si/SomeRoom", "meet.jit.si/SomeRoom"],
    ["https://us02web.zoom.us/j/123", "us02web.zoom.us/j/123"],
    ["https://docs.google.com/forms/d/e/AbC/viewform", "docs.google.com/forms/d/e/AbC"],
    ["https://www.eventbrite.com/o/some-organiser-987", "eventbrite.com/o/987"],
    ["https://luma.com/calendar/cal-Abc", "luma.com/calendar/cal-Abc"],
    ["https://hasgeek.com/rustelsewhere", "hasgeek.com/rustelsewhere"],
  ])("%s serves many events", (url, key) => {
    expect(canonicalLink(url)).toEqual({ key, kind: "series" });
  });

  it("tells chat rooms apart by their query", () => {
    const room = (channel: string) =>
      canonicalLink(`https://chat.mibbit.com/?channel=%23${channel}&server=irc.example.org`);
    expect(room("a")?.key).not.toBe(room("b")?.key);
  });

  it("tells the sections of a programme apart by fragments in words, and no others", () => {
    const key = (fragment: string) => canonicalLink(`https://example.org/programme/${fragment}`)?.key;
    expect(key("#intro-to-rust")).toBe(key("#Intro-To-Rust"));
    expect(new Set([key(""), key("#intro-to-rust"), key("#macros-in-rust-2")]).size).toBe(3);
    for (const fragment of ["#", "#talks", "#view=month&date=2024-05-14", "#i2024_03"])
      expect(key(fragment)).toBe(key(""));
  });

  it.each(["javascript:alert(1)", "mailto:someone@example.org", "data:text/html,x", "word", "", "https://"])(
    "%s is no link to follow",
    (url) => expect(canonicalLink(url)).toBeNull(),
  );

  it("reads links of the commonest form as it reads all others", () => {
    const scheme = fc.constantFrom("http://", "https://");
    const group = fc.stringMatching(/^[a-zA-Z0-9][\w-]{3,8}$/);
    const id = fc.constantFrom("", "/", "/events/12345", "/events/abcdefgh/", "/events/123456789/?a=b#c", "/events/12");
    fc.assert(
      fc.property(scheme, group, id, (scheme, group, id) => {
        // Two slashes are one, and keep it from the quick path.
        expect(canonicalLink(`${scheme}www.meetup.com/${group}${id}`)).toEqual(
          canonicalLink(`${scheme}www.meetup.com//${group}${id}`),
        );
      }),
    );
  });

  it("takes a group named like a language for what it is", () => {
    expect(canonicalLink("http://www.meetup.com/rs-nl/events/12345/")?.key).toBe("meetup.com/rs-nl/events/12345");
  });

  it("never throws, and gives a key that does not lead elsewhere when read again", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (url) => {
        const link = canonicalLink(url);
        if (link === null || !link.key.includes(".") || link.key.startsWith("irc")) return;
        expect(link.key).not.toMatch(/^www\.|#|\s/);
      }),
    );
  });
});
