import { html } from "hono/html";
import { webLink } from "../text.ts";
import type { Html } from "./markup.ts";

/** Path of an event's own page here. */
export function eventPath(id: string): string {
  return `/events/${encodeURIComponent(id)}`;
}

/** Path of a group's page here. */
export function groupPath(slug: string): string {
  return `/groups/${encodeURIComponent(slug)}`;
}

/** Path and parameters of an address of this site, so that a link stays on the host that the visitor is on. */
export function withinSite(address: string): string {
  const { pathname, search } = new URL(address, "http://site.invalid");
  return pathname + search;
}

/** Parameters of an address of this site. */
export function searchOf(address: string): URLSearchParams {
  return new URL(address, "http://site.invalid").searchParams;
}

/** Whether the address names its host, as those of a site with a public address do. */
export function isAbsolute(address: string): boolean {
  return !address.startsWith("/");
}

/** The host of an http(s) address as people know it, `meetup.com`; null for every other address. */
export function hostOf(address: string | null): string | null {
  const url = webLink(address);
  return url === null ? null : new URL(url).hostname.replace(/^www\./, "");
}

/**
 * A link to somewhere else; the text alone where the address is not http(s). `nofollow`, because nobody here has looked
 * at these pages, and over twelve years some have changed hands.
 */
export function external(address: string | null, text: string | Html): Html {
  const url = webLink(address);
  return url === null ? html`${text}` : html`<a href="${url}" rel="nofollow">${text}</a>`;
}
