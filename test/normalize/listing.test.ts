import { expect, test } from "vitest";
import { createListingReader } from "../../src/normalize/listing.ts";

const PLACES = ["Oslo", "Bergen, Norway"];
const read = createListingReader({
  column: (printed) => ({
    mode: "in-person",
    said: null,
    places: [{ city: printed, area: null, country: null }],
    resolved: [],
    certain: true,
  }),
  isPlace: (text) => PLACES.includes(text),
  isMisspelt: () => false,
});

test.each([
  // `[5/27. Oslo](…). Fjord Meetup #4: Rust & boats.`
  ["Oslo", "Fjord Meetup #4: Rust & boats.", "Fjord Meetup #4: Rust & boats"],
  ["Bergen, Norway", "'Hiking in Rust' - A. Berg", "'Hiking in Rust' - A. Berg"],
  ["Oslo", "- Fjord Days", "Fjord Days"],
  // remarks
  ["Oslo", "Hosted by the university.", "Oslo"],
  ["Oslo", "Their first evening.", "Oslo"],
  ["Oslo", "with boats and fish", "Oslo"],
  ["Oslo", "Doors open at six", "Oslo"],
  ["Oslo", "Sign up soon", "Oslo"],
  ["Oslo", "Cancelled this time", "Oslo"],
  ["Oslo", "", "Oslo"],
  // a title of its own
  ["Oslo - Fjord Rust", "Lightning talks", "Fjord Rust"],
  ["Fjord Rust", "Lightning talks, Part 2", "Fjord Rust"],
])("the title behind a link that holds the place: %s, %s", (text, note, title) => {
  const content = {
    date: null,
    form: "line",
    place: null,
    groups: [],
    text: `. ${text}`,
    url: null,
    links: [],
  } as const;
  expect(read({ ...content, note }, "2015-05-25").title).toBe(title);
});
