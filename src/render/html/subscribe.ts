import { html } from "hono/html";
import { FORMAT_RECORDS, FORMATS, type Format } from "../formats.ts";
import { type SubscribeLinks, subscribeLinks } from "../subscribe.ts";
import { isAbsolute, withinSite } from "./links.ts";
import { type Html, hidden, items } from "./markup.ts";

/** Returns the address of a list or an event in a format. */
type AddressOf = (format: Format) => string;

/** Collapsed links to subscribe to the calendar `title`, with its filters. */
export function subscribeBlock(title: string, address: AddressOf): Html {
  const links = subscribeLinks(address("ics"), title);
  return html`<details class="subscribe" id="subscribe"><summary>Subscribe to this calendar</summary>
<p class="note">Your calendar is updated automatically when events are added or changed.</p>
${list(ways(links))}
${copyOrLink(links)}
</details>`;
}

function list(all: readonly Html[]): Html | "" {
  return all.length === 0 ? "" : html`<ul class="ways">${items(all)}</ul>`;
}

function ways({ webcal, google, outlook }: SubscribeLinks): readonly Html[] {
  const open: Html[] = [];
  if (webcal !== null)
    open.push(html`<a class="button" href="${webcal}">Open in a calendar program</a>
<span class="note">Apple Calendar, Outlook, Thunderbird, GNOME, most phones</span>`);
  if (google !== null)
    open.push(html`<a class="button" href="${google}">Google Calendar</a>
<span class="note">Refreshes calendars only every 12 to 24 hours. If it rejects the link, paste the address below at <a href="https://calendar.google.com/calendar/r/settings/addbyurl">Google's “From URL”</a>.</span>`);
  if (outlook !== null)
    open.push(html`<a class="button" href="${outlook}">Outlook on the web</a>
<span class="note">Outlook.com; refreshes every few hours</span>`);
  return open;
}

function copyOrLink({ https }: SubscribeLinks): Html {
  const file = withinSite(https);
  if (!isAbsolute(https))
    return html`<p>In your calendar program, add a calendar by URL: copy the address of <a href="${file}">this link</a>. <a href="${file}" download>Download the file</a>.</p>`;
  return html`<p><label for="address">Address for any calendar program</label>
<input id="address" type="url" readonly value="${https}"> <a href="${file}" download>Download the file</a></p>`;
}

/** Links to the same events in all formats. */
export function dataLinks(address: AddressOf, what: string): Html {
  return html`<section class="data"><h2>Other formats</h2><ul class="links">${FORMATS.map(
    (format) => html`
<li><a href="${withinSite(address(format))}">${FORMAT_RECORDS[format].name}${hidden(` of ${what}`)} <span class="note">.${format}</span></a></li>`,
  )}</ul></section>`;
}
