import type { Rule } from "../model/rule.ts";
import type { Rewrite } from "./rewrite.ts";

const TYPOS = "spellings of addresses that editors may paste: test/normalize/link.test.ts";

/** Links as they are typed. */
export const LINK_REWRITES: readonly Rewrite[] = [
  {
    rule: "scheme-missing",
    says: "An address without a scheme is one of https.",
    example: ["www.example.org/page", "https://www.example.org/page"],
    outside: TYPOS,
    from: /^(?=[\w-]+(?:\.[\w-]+)+(?:\/|$))/,
    to: "https://",
  },
  {
    rule: "letter-before-scheme",
    says: "A letter or a bracket before the scheme is a typo.",
    example: ["hhttps://example.org", "https://example.org"],
    outside: TYPOS,
    from: /^\(?\w?(?=https?:\/\/)/i,
    to: "",
  },
];

/** Parts of a key, host and path, that never tell two pages apart. */
export const KEY_REWRITES: readonly Rewrite[] = [
  {
    rule: "view-of-document",
    says: "A document is the same to read and to edit.",
    example: ["docs.google.com/forms/d/e/AbC/viewform", "docs.google.com/forms/d/e/AbC"],
    from: /(?<=^docs\.google\.com\/.*)\/(?:edit|viewform|view|preview|mobilebasic)$/,
    to: "",
  },
  {
    rule: "facebook-event",
    says: "The number of an event says all.",
    example: ["facebook.com/events/s/talks/1234567890/", "facebook.com/events/1234567890"],
    outside: TYPOS,
    from: /^(facebook\.com\/events)(?:\/[^/]+)*?\/(\d{6,}).*$/i,
    to: "$1/$2",
  },
  {
    rule: "case-of-path",
    says: "Capitals count for nothing on GitHub and Facebook.",
    example: ["github.com/Rust-Oslo", "github.com/rust-oslo"],
    from: /^(?:github|facebook)\.com\/.*[A-Z].*$/,
    to: ([key = ""]) => key.toLowerCase(),
  },
];

/** Pages that serve many events. */
interface Series extends Rule {
  /** A key, host, path and query, of such a page. */
  readonly page: RegExp;
}

/** Chats, calls, forms, calendars, and pages of an organiser, a channel or a project. */
export const SERIES: readonly Series[] = [
  {
    rule: "chat-room",
    says: "A chat, but for one of its events or messages.",
    example: ["https://discord.gg/AbCd", "discord.gg/AbCd"],
    page: /^(?:chat\.mibbit\.com|discord\.gg|discord(?:app)?\.com(?!\/events\/)|t\.me(?!\/[^/]+\/\d+$)|chat\.whatsapp\.com)(?=$|[/?])/,
  },
  {
    rule: "video-room",
    says: "A room for video calls, but for a registration.",
    example: ["https://meet.jit.si/SomeRoom", "meet.jit.si/SomeRoom"],
    page: /^(?:meet\.jit\.si|meet\.google\.com|(?:[\w-]+\.)?zoom\.us(?!\/(?:webinar|meeting)\/register\/)|teams\.(?:microsoft|live)\.com|lecture\.senfcall\.de|twitch\.tv)(?=$|[/?])/,
  },
  {
    rule: "form-or-calendar",
    says: "A form, a calendar, a list of links.",
    example: ["https://docs.google.com/forms/d/e/AbC/viewform", "docs.google.com/forms/d/e/AbC"],
    page: /^(?:docs\.google\.com\/forms\/|forms\.gle\/|calendar\.app\.google\/|google\.com\/calendar\/embed|calendar\.google\.com\/calendar\/(?:embed|u\/)|linktr\.ee\/)/,
  },
  {
    rule: "video-channel",
    says: "A channel of videos.",
    example: ["https://www.youtube.com/@rust-oslo", "youtube.com/@rust-oslo"],
    page: /^youtube\.com\/(?:@|c\/|channel\/|user\/|playlist|(?!watch)[^/?]+$)/,
  },
  {
    rule: "page-of-organiser",
    says: "The page of an organiser or a project on a host that has pages of events as well.",
    example: ["https://hasgeek.com/rustelsewhere", "hasgeek.com/rustelsewhere"],
    page: /^(?:facebook\.com\/(?!events\/\d)|linkedin\.com\/(?:company|groups|in)\/|mobilizon\.\w+\/@|hasgeek\.com\/[^/]+$|(?:kommunity\.com|guild\.host)\/[^/]+(?:\/events)?$|gettogether\.community\/(?!events\/)[^/]+$|(?:reddit\.com\/r|twitter\.com|x\.com)\/[^/]+$|github\.com\/[^/]+(?:\/[^/]+)?$)/,
  },
  {
    rule: "site-of-project",
    says: "Front pages of projects that meet again and again.",
    example: ["https://gamedev.rs", "gamedev.rs"],
    page: /^(?:gamedev\.rs|arewegameyet\.rs)/,
  },
];
