import type { Mode } from "../model/listing.ts";

/** Places where people meet by text or video. */
const CHAT_WORD =
  /\b(?:irc|discord|zoom|jitsi|mattermost|zulip|telegram|webinar)\b|#rust-|\bonline\b|\bvirtual\b|\bremote\b/i;
const CHAT_LINK =
  /^ircs?:|^https?:\/\/(?:chat\.mibbit\.com|discord\.(?:gg|com)|t\.me|meet\.jit\.si|(?:[\w-]+\.)?zoom\.us|meet\.google\.com|teams\.microsoft\.com|gather\.town|twitch\.tv|(?:www\.)?youtube\.com|youtu\.be)\b/i;

/**
 * How an event can be attended: as its place column says; without a place, a chat or video room is virtual; null when
 * nothing tells.
 */
export function modeOf(column: Mode | null, title: string, url: string | null): Mode | null {
  return column ?? (CHAT_WORD.test(title) || (url !== null && CHAT_LINK.test(url)) ? "virtual" : null);
}
