import type { EventRecord } from "../model/event.ts";

/** What the rules look at of an event. */
export interface Evidence {
  readonly title: string;
  /** Host of its link, lower case, without `www.`; empty without a link. */
  readonly host: string;
  /** Path of its link, with the slash. */
  readonly path: string;
  /** Whether its link is on a site of its own, not on one that hosts pages of many organisers. */
  readonly ownSite: boolean;
  /** Whether its link is a page of a group that meets regularly. */
  readonly groupPage: boolean;
  readonly severalDays: boolean;
  /** Whether it has a call for papers. */
  readonly called: boolean;
}

/** What tells the kind of an event. */
export type Told = Pick<EventRecord, "title" | "url" | "start" | "end" | "call">;

const LINK = /^[a-z]+:\/\/(?:www\.)?([^/?#:]+)(?::\d+)?([^?#]*)/i;

/** Hosts of groups' pages, each also for its subdomains. */
const GROUP_PAGES =
  /(?:^|\.)(?:meetup\.com|reps\.mozilla\.org|community\.mozilla\.org|mozillabr\.org|facebook\.com|connpass\.com|guild\.host|github\.io|glitch\.me)$/;

/** Hosts of pages of many organisers: tickets, forms, calendars, forums, sources. */
const SHARED_SITES =
  /(?:^|\.)(?:eventbrite\.[a-z.]+|lu\.ma|luma\.com|ti\.to|hasgeek\.com|partiful\.com|mobilizon\.\w+|timepad\.ru|dou\.ua|kommunity\.com|google\.com|forms\.gle|weezevent\.com|github\.com|rust-lang\.org|twitter\.com|x\.com|linkedin\.com|youtube\.com|etherpad-mozilla\.org|gnome\.org|rheinneckar\.events|t\.me|discord\.gg|discord\.com|discordapp\.com)$/;

/** What the title, link, days and call of an event say about its kind. */
export function evidenceOf({ title, url, start, end, call }: Told): Evidence {
  const [, name = "", path = ""] = LINK.exec(url ?? "") ?? [];
  const host = name.toLowerCase();
  const groupPage = GROUP_PAGES.test(host);
  const ownSite = host !== "" && !groupPage && !SHARED_SITES.test(host);
  return { title, host, path, ownSite, groupPage, severalDays: end > start, called: call !== undefined };
}
