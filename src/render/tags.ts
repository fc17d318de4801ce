import type { EventRecord } from "../model/event.ts";
import type { Publisher } from "./publisher.ts";
import type { Head } from "./renderer.ts";

/** Year in which the first tags were assigned: part of every tag URI, and constant (RFC 4151). */
const TAG_YEAR = "2026";

/** Tag URI of an event, which stays the same if the site moves. */
export function eventTag(event: EventRecord, domain: string): string {
  return tag(domain, `event/${encodeURIComponent(event.id)}`);
}

/** Tag URI of a list with its filters, which stays the same if the site moves. */
export function listTag(head: Pick<Head, "address">, { url, domain }: Publisher): string {
  return tag(domain, head.address("html").slice(url.length + 1));
}

function tag(domain: string, name: string): string {
  return `tag:${domain},${TAG_YEAR}:${name}`;
}
