import { html } from "hono/html";
import type { LocalDate } from "../../model/date.ts";
import type { EventCall } from "../../model/event.ts";
import { dateText } from "../day-text.ts";
import { external } from "./links.ts";
import { dotted, type Html, time } from "./markup.ts";

/**
 * What the page of the conference that ends on `end` says of its call for papers on `today`: `open until 4 May 2026, anywhere on
 * earth · extended · submit`.
 */
export function callFact(call: EventCall, end: LocalDate, today: LocalDate): Html {
  const last = lastDay(call);
  const isOpen = (last ?? end) >= today;
  return html`${dotted([
    last === null
      ? html`${isOpen ? "open" : "closed"}`
      : html`${isOpen ? "open until" : "closed on"} ${deadline(call, last)}`,
    call.rolling ? html`talks are accepted as they come in` : null,
    call.extended ? html`extended` : null,
    call.url === null ? null : external(call.url, isOpen ? "submit a talk" : "page of the call"),
  ])}`;
}

/** The day on which a call closes: in UTC where a time is printed, otherwise anywhere on earth. Null without a deadline. */
export function lastDay({ closes, closesAt }: Pick<EventCall, "closes" | "closesAt">): LocalDate | null {
  return closesAt?.slice(0, 10) ?? closes;
}

/** `4 May 2026, anywhere on earth`, `5 May 2026, 06:59 UTC`. */
function deadline({ closesAt }: EventCall, last: LocalDate): Html {
  const day = time(last, dateText);
  return closesAt === null ? html`${day}, anywhere on earth` : html`${day}, ${closesAt.slice(11, 16)} UTC`;
}
