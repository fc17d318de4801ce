import type { EventRecord } from "../model/event.ts";
import { webLink } from "./text.ts";

/** Hosts, including their subdomains, of video calls, streams and chats. */
const ROOMS: Readonly<Record<string, "VIDEO" | "CHAT">> = {
  "meet.google.com": "VIDEO",
  "meet.jit.si": "VIDEO",
  "zoom.us": "VIDEO",
  "teams.microsoft.com": "VIDEO",
  "teams.live.com": "VIDEO",
  "webex.com": "VIDEO",
  "whereby.com": "VIDEO",
  "youtube.com": "VIDEO",
  "youtu.be": "VIDEO",
  "twitch.tv": "VIDEO",
  "discord.gg": "CHAT",
  "discord.com": "CHAT",
  "discordapp.com": "CHAT",
  "chat.mibbit.com": "CHAT",
};

/** How to join an event online; `feature` as in RFC 7986. */
export interface Conference {
  readonly url: string;
  readonly feature: "VIDEO" | "CHAT";
}

/**
 * The first of the event's links to a call, a stream or a chat; null if there is none, and for in-person events. Few programs
 * support CONFERENCE (RFC 7986), so DESCRIPTION contains the link, too.
 */
export function conferenceOf(event: EventRecord): Conference | null {
  if (event.mode !== "virtual" && event.mode !== "hybrid") return null;
  for (const address of [event.url, ...event.links.map(({ url }) => url)]) {
    const url = webLink(address);
    const feature = url === null ? undefined : featureOf(new URL(url).hostname);
    if (url !== null && feature !== undefined) return { url, feature };
  }
  return null;
}

function featureOf(hostname: string): Conference["feature"] | undefined {
  const labels = hostname.split(".");
  const hosts = labels.map((_, at) => labels.slice(at).join("."));
  const host = hosts.find((name) => Object.hasOwn(ROOMS, name));
  return host === undefined ? undefined : ROOMS[host];
}
