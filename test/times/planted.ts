import type { EventRecord } from "../../src/model/event.ts";
import { BERLIN, event } from "../render/events.ts";
import { ownCalendar } from "./replay/ics.ts";
import { lumaCalendar, lumaUrl } from "./replay/luma.ts";
import { meetupCalendar, meetupUrl } from "./replay/meetup.ts";
import { eventPage } from "./replay/page.ts";

/** Private data in organisers' calendars that must not be published. */
export const SECRETS: readonly (readonly [string, RegExp])[] = [
  ["a description", /hidden words|Doors at/i],
  ["a title", /Planted title/],
  ["a person's name", /Crabbington/],
  ["a mail address", /crab\.example|(?<![\w.])[\w.+-]+@(?!uid\.example)[\w-]+\.[a-z]{2,}/],
  ["a telephone number", /5550 ?123|5550123|\+49|\btel:/],
  ["a call", /zoom\.us|meet\.google|teams\.microsoft|jit\.si|discord\.gg|whereby\.com|Passcode|998877/i],
  ["a hidden point", /41\.979|2\.819|48\.123|11\.456/],
];

const TALK = [
  "These hidden words are for guests.",
  "Ask Ferris Crabbington, ferris@crab.example or +49 30 5550123",
  "https://zoom.us/j/99887766554?pwd=crab",
  "Doors at seven",
].join("\n");

/** Private data in place of an address. */
export const WHERE = [
  "https://zoom.us/j/99887766554?pwd=crab",
  "Zoom: zoom.us/j/99887766554",
  "zoom.us/my/crab",
  "meet.google.com/abc-defg-hij",
  "Online at Teams (teams.microsoft.com/l/meetup-join/crab)",
  "discord.gg/crabs",
  "whereby.com/crabs",
  "MEET.JIT.SI/CRABS",
  "ferris@crab.example",
  "At Ferris Crabbington's, write to ferris@crab.example",
  "At Ferris Crabbington's, call +49 30 5550123",
  "Ring Ferris Crabbington: 030/555 01 23",
  "Ring Ferris Crabbington: (030) 5550-123",
  "tel: Ferris Crabbington",
  "Meeting ID 998 877 Passcode 998877",
  "Check event page for more details. 48.123, 11.456",
  "48.123, 11.456",
];

/** Of properties that organisers' programs write and we never read. */
const PEOPLE = {
  ORGANIZER: 'ORGANIZER;CN="Ferris Crabbington":mailto:ferris@crab.example',
  ATTENDEE: 'ATTENDEE;CN="Ferris Crabbington":tel:+49305550123',
  CONTACT: "CONTACT:Ferris Crabbington\\, +49 30 5550123",
  COMMENT: "COMMENT:hidden words",
  GEO: "GEO:48.123;11.456",
  CONFERENCE: "CONFERENCE;VALUE=URI:https://zoom.us/j/99887766554",
  "X-ALT-DESC": "X-ALT-DESC;FMTTYPE=text/html:<p>hidden words</p>",
};

const days = WHERE.map((_, at) => `2026-11-${String(at + 3).padStart(2, "0")}`);
const group = (slug: string, url: string) => [{ slug, name: `Rust ${slug}`, url }];
const listed = (id: string, start: string, given: Partial<EventRecord>) =>
  event({
    id,
    title: `Evening ${id}`,
    start,
    created: "2026-10-14",
    updated: "2026-10-14",
    places: [BERLIN],
    ...given,
  });

const luma = { calendar_url: "https://luma.com/rust-crabs", calendar_id: "cal-Crabs" };
const own = { group: "own", url: "https://crabs.example/all.ics" };
export const ORGANISERS = { luma: [luma], calendars: [own], pages: [{ host: "hasgeek.com" }] };

const pages = WHERE.map((_, at) => `https://hasgeek.com/crabs/${at}/`);

/** One event for each place where something is planted, at each kind of source. */
export const EVENTS: readonly EventRecord[] = days.flatMap((day, at) => [
  listed(`luma-${at}`, day, { url: `https://luma.com/crab${at}`, groups: group("luma", luma.calendar_url) }),
  listed(`own-${at}`, day, { url: `https://crabs.example/${at}`, groups: group("own", "https://crabs.example/") }),
  listed(`page-${at}`, day, { url: pages[at]!, groups: group("page", "https://hasgeek.com/crabs/") }),
]);

const MEETUP = "https://www.meetup.com/rust-crabs/";
export const ON_MEETUP = listed("meetup", "2026-11-12", {
  url: `${MEETUP}events/399900101/`,
  groups: group("meetup", MEETUP),
});
/** Its calendar cannot be read, for a line break within a description. */
export const BROKEN = listed("broken", "2026-11-12", {
  url: "https://www.meetup.com/rust-broken/events/399900102/",
  groups: group("broken", "https://www.meetup.com/rust-broken/"),
});

const ON = { id: "399900101", start: "2026-11-12T19:00:00", title: "Planted title" };
const meetup = meetupCalendar({
  slug: "rust-crabs",
  name: "Rust Crabs",
  zone: "Europe/Berlin",
  events: [{ ...ON, text: TALK, instead: { ...PEOPLE, LOCATION: "LOCATION:Ferris Crabbington's flat" } }],
});

/** Every body, by its address. */
export const BODIES: ReadonlyMap<string, string> = new Map([
  [meetupUrl("rust-crabs"), meetup],
  [
    meetupUrl("rust-broken"),
    meetup.replace(/DESCRIPTION:/, "DESCRIPTION:Words\r\nAsk Ferris Crabbington or ferris@crab.example\r\n"),
  ],
  [
    lumaUrl(luma.calendar_id),
    lumaCalendar({
      name: "Rust Crabs",
      events: WHERE.map((where, at) => ({
        slug: `crab${at}`,
        id: `AAAA${at}`,
        start: `${days[at]}T17:00:00Z`,
        end: `${days[at]}T19:00:00Z`,
        title: "Planted title",
        place:
          at === 0
            ? { kind: "hidden", geo: "41.97900;2.81900" }
            : { kind: "address", text: TALK, location: where, geo: "48.123;11.456" },
      })),
    }),
  ],
  [
    own.url,
    ownCalendar(
      WHERE.map((where, at) => ({
        uid: `crab-${at}`,
        start: `${days[at]}T19:00:00`,
        end: null,
        zone: "Europe/Berlin",
        url: `https://crabs.example/${at}`,
        title: "Planted title",
        location: where,
        instead: { ...PEOPLE, DESCRIPTION: `DESCRIPTION:${TALK.replaceAll("\n", "\\n").replaceAll(",", "\\,")}` },
      })),
    ),
  ],
  ...WHERE.map((where, at): [string, string] => [
    pages[at]!,
    eventPage({
      name: "Planted title",
      url: pages[at]!,
      startDate: `${days[at]}T19:00:00+01:00`,
      more: {
        description: TALK,
        organizer: {
          "@type": "Person",
          name: "Ferris Crabbington",
          email: "ferris@crab.example",
          telephone: "+49 30 5550123",
        },
        performer: [{ "@type": "Person", name: "Ferris Crabbington" }],
        location: [
          { "@type": "VirtualLocation", url: "https://zoom.us/j/99887766554" },
          {
            "@type": "Place",
            name: at % 2 === 0 ? where : "Example Hall",
            description: TALK,
            telephone: "+49 30 5550123",
            geo: { "@type": "GeoCoordinates", latitude: 48.123, longitude: 11.456 },
            address:
              at % 3 === 0
                ? where
                : {
                    "@type": "PostalAddress",
                    streetAddress: where,
                    addressLocality: "Sampleville",
                    telephone: "+49 30 5550123",
                  },
          },
        ],
      },
    }),
  ]),
]);

/** Private data in robots.txt. */
export const ROBOTS = `# Questions: Ferris Crabbington, ferris@crab.example
User-agent: * # hidden words
Disallow: /private/ # ask Ferris Crabbington
Sitemap: https://crab.example/sitemap.xml
`;
