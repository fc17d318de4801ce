import { html } from "hono/html";
import { webLink } from "../text.ts";
import type { Html } from "./markup.ts";

/** Path of an event's page. */
export function eventPath(id: string): string {
  return `/events/${encodeURIComponent(id)}`;
}

/** Path of a group's page. */
export function groupPath(slug: string): string {
  return `/groups/${encodeURIComponent(slug)}`;
}

/** Path of the page of a series of conferences. */
export function seriesPath(slug: string): string {
  return `/conferences/${encodeURIComponent(slug)}`;
}

/** Path and query string of an address of this site, so that a link stays on the visitor's host. */
export function withinSite(address: string): string {
  const { pathname, search } = new URL(address, "http://site.invalid");
  return pathname + search;
}

/** Parameters of an address of this site. */
export function searchOf(address: string): URLSearchParams {
  return new URL(address, "http://site.invalid").searchParams;
}

/** Whether the address has a host. */
export function isAbsolute(address: string): boolean {
  return !address.startsWith("/");
}

/** The host of an http(s) address without `www.`: `meetup.com`; null for other addresses. */
export function hostOf(address: string | null): string | null {
  const url = webLink(address);
  return url === null ? null : new URL(url).hostname.replace(/^www\./, "");
}

/**
 * An external link; only the text if the address is not http(s). `nofollow`, because these pages are not reviewed, and some
 * domains have changed hands.
 */
export function external(address: string | null, text: string | Html): Html {
  const url = webLink(address);
  return url === null ? html`${text}` : html`<a href="${url}" rel="nofollow">${text}</a>`;
}
