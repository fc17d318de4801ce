import type { EventRecord } from "../../model/event.ts";
import { ATTRIBUTION, LICENSE_URL } from "../attribution.ts";
import { onceEach, type Piece } from "../bytes.ts";
import { colorOf, mainRegion } from "../color.ts";
import { summaryOf } from "../describe.ts";
import { type FormatRecord, rfc } from "../format.ts";
import { jsonArray } from "../json-array.ts";
import type { Publisher } from "../publisher.ts";
import type { Head, Renderer } from "../renderer.ts";
import { listTag } from "../tags.ts";
import { oneLine, webLink } from "../text.ts";
import { lastChange } from "../updated.ts";
import { jscalEvent } from "./event.ts";

export const JSCAL: FormatRecord<"jscal"> = {
  ending: "jscal",
  type: "application/jscalendar+json; type=group",
  name: "JSCalendar",
  specification: rfc(8984),
  schema: { type: "object", properties: { "@type": { enum: ["Group", "Event"] } }, required: ["@type"] },
  renderer: jscalRenderer,
};

/** JSCalendar, RFC 8984: always a Group, as declared by the media type; a single event is a Group with one entry. */
function jscalRenderer(publisher: Publisher): Renderer {
  const entry = onceEach((event: EventRecord) => JSON.stringify(jscalEvent(event, publisher.domain)));
  const list = (head: Head, title: string, events: readonly EventRecord[]): Piece =>
    jsonArray(groupOf(head, title, events, publisher), "entries", events.map(entry));
  return {
    each: entry,
    list: (head, events) => list(head, head.title, events),
    one: (head, event) => list({ ...head, region: mainRegion(event.regions) }, summaryOf(event), [event]),
  };
}

/** `source` must be an absolute URL; a site without a public address omits it. */
function groupOf(head: Head, title: string, events: readonly EventRecord[], publisher: Publisher) {
  const source = webLink(head.self);
  return {
    "@type": "Group",
    uid: listTag(head, publisher),
    prodId: "-//twir-calendar//Rust events//EN",
    updated: lastChange(head, events),
    title: oneLine(title),
    description: `${oneLine(title)}. ${ATTRIBUTION}, ${LICENSE_URL}`,
    color: colorOf(head.region).name,
    links: { license: { "@type": "Link", href: LICENSE_URL, rel: "license" } },
    ...(source !== null && { source }),
  };
}
