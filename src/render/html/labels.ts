import { html } from "hono/html";
import type { EventRecord } from "../../model/event.ts";
import { fullDayText } from "../day-text.ts";
import { draftOf } from "../draft.ts";
import { oneLine } from "../text.ts";
import { type Html, time } from "./markup.ts";

/** The title on one line. */
export function titleText({ title }: Pick<EventRecord, "title">): string {
  return oneLine(title) || "Rust event";
}

/** Whether the event does not take place on its date. */
export function isOff({ status }: EventRecord): boolean {
  return status === "cancelled" || status === "postponed";
}

/** Status labels: cancelled, postponed, moved, no longer listed or in the organiser's calendar, from a draft. */
export function labelsOf(event: EventRecord): readonly Html[] {
  const { status, state, history, start, calendar } = event;
  const all: Html[] = [];
  if (status === "cancelled" || state === "cancelled") all.push(html`Cancelled`);
  if (status === "postponed") all.push(html`Postponed`);
  const moved = history.findLast(({ field }) => field === "start");
  if (moved?.from && moved.to === start) all.push(html`Moved from ${time(moved.from, fullDayText)}`);
  else if (state === "moved") all.push(html`Moved`);
  if (state === "unlisted") all.push(html`No longer listed`);
  if (calendar?.otherDay !== undefined) all.push(html`Date uncertain`);
  if (calendar?.missing) all.push(html`No longer in the organiser's calendar`);
  const draft = draftOf(event);
  if (draft !== null) all.push(html`${draft.what} in a draft`);
  return all;
}

/** The labels as markup after a title. */
export function labels(event: EventRecord): readonly Html[] {
  return labelsOf(event).map((label) => html` <strong class="label">${label}</strong>`);
}
