import { html } from "hono/html";
import type { EventRecord } from "../../model/event.ts";
import { draftOf } from "../draft.ts";
import { oneLine } from "../text.ts";
import { fullDayText, time } from "./dates.ts";
import type { Html } from "./markup.ts";

/** The title for people, on one line. */
export function titleText({ title }: Pick<EventRecord, "title">): string {
  return oneLine(title) || "Rust event";
}

/** Whether the event does not take place on the day that it stands under. */
export function isOff({ status }: EventRecord): boolean {
  return status === "cancelled" || status === "postponed";
}

/** What must be known before going there, in words: cancelled, postponed, moved, gone from the newsletter or the organiser's calendar, of a draft. */
export function marksOf(event: EventRecord): readonly Html[] {
  const { status, state, history, start, calendar } = event;
  const marks: Html[] = [];
  if (status === "cancelled" || state === "cancelled") marks.push(html`Cancelled`);
  if (status === "postponed") marks.push(html`Postponed`);
  const moved = history.findLast(({ field }) => field === "start");
  if (moved?.from && moved.to === start) marks.push(html`Moved from ${time(moved.from, fullDayText)}`);
  else if (state === "moved") marks.push(html`Moved`);
  if (state === "unlisted") marks.push(html`No longer listed`);
  if (calendar?.otherDay !== undefined) marks.push(html`Day in doubt`);
  if (calendar?.missing) marks.push(html`No longer in the organiser's calendar`);
  const draft = draftOf(event);
  if (draft !== null) marks.push(html`${draft.what} in a draft`);
  return marks;
}

/** The marks as they stand beside a title; nothing for an event that is as it was first listed. */
export function marked(event: EventRecord): readonly Html[] {
  return marksOf(event).map((mark) => html` <strong class="mark">${mark}</strong>`);
}
