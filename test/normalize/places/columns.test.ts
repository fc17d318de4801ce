import { expect, it } from "vitest";
import { resolveText } from "../../../src/normalize/places/resolve.ts";
import { splitPlaces } from "../../../src/normalize/places/split.ts";
import { gazetteer } from "./gazetteer.ts";

const split = (column: string) => {
  const { mode, places } = splitPlaces(gazetteer, column);
  return `${mode}: ${places.map(({ city, area, country }) => [city, area, country].filter(Boolean).join(", ")).join("; ")}`;
};

it.each([
  ["YouTube HQ, San Bruno, CA, US", "in-person: San Bruno, CA, US"],
  ["Skype office, Tallinn, EE", "in-person: Tallinn, EE"],
  ["YouTube Live", "virtual: "],
  ["Tallinn, EE + YouTube", "hybrid: Tallinn, EE"],
  ["Maribor (SI)", "in-person: Maribor, SI"],
  ["Maribor (Slovenia)", "in-person: Maribor, SI"],
  ["Maribor - SI", "in-person: Maribor, SI"],
  ["Maribor. SI", "in-person: Maribor, SI"],
  ["Tulsa, OK. US", "in-person: Tulsa, OK, US"],
  ["Frankfurt (Oder), DE", "in-person: Frankfurt (Oder), DE"],
  ["St. Gallen, CH", "in-person: St. Gallen, CH"],
  ["Maribor, SI (TBC)", "in-person: Maribor, SI"],
  ["Location TBA (Maribor, SI)", "in-person: Maribor, SI"],
  ["Maribor, SI (Town hall)", "in-person: Maribor, SI"],
  ["Town hall (Maribor, SI)", "in-person: Maribor, SI"],
  ["Town hall - Maribor, SI", "in-person: Maribor, SI"],
  ["Maribor, SI @ Town hall", "in-person: Maribor, SI"],
  ["Stuttgart - Vaihingen, DE", "in-person: Stuttgart - Vaihingen, DE"],
  ["Maribor, SI, EU", "in-person: Maribor, SI"],
  ["Europe (Maribor, SI)", "in-person: Maribor, SI"],
  ["Various (Maribor, SI; Celje, SI)", "in-person: Maribor, SI; Celje, SI"],
  ["Malmö/Aarhus, SE/DK", "in-person: Malmö, SE; Aarhus, DK"],
  ["Maribor; SI", "in-person: Maribor, SI"],
  ["Maribor, SI; AT", "in-person: Maribor, SI; AT"],
  ["Tulsa, OK,, US", "in-person: Tulsa, OK, US"],
  ["Virtual ((Maribor, SI)", "virtual: Maribor, SI"],
  ["Virtual (Maribor, SI; 18:00)", "virtual: Maribor, SI"],
  ["Virtual (Maribor, SI) 18:00 CET", "virtual: Maribor, SI"],
  ["Virtual (6pm CET)", "virtual: "],
  ["Maribor, SI, 18:00", "in-person: Maribor, SI"],
  ["📍 Maribor, SI 🇸🇮", "in-person: Maribor, SI"],
  ["2000 Maribor, SI", "in-person: Maribor, SI"],
  ["Glavni trg 14, 2000 Maribor, SI", "in-person: Maribor, SI"],
  ["Tulsa, OK 74103, US", "in-person: Tulsa, OK, US"],
])("punctuation that stands for another: %s", (column, read) => expect(split(column)).toBe(read));

it.each([
  ["Virtual (Maribor, SI) + Virtual (Tulsa, OK, US)", "virtual: Maribor, SI; Tulsa, OK, US"],
  ["Virtual (Maribor, SI) and Hybrid (Tulsa, OK, US)", "hybrid: Maribor, SI; Tulsa, OK, US"],
  ["In-person (Maribor, SI) / Virtual (Tulsa, OK, US)", "hybrid: Maribor, SI; Tulsa, OK, US"],
  ["Virtual (Maribor, SI) / In-person", "hybrid: Maribor, SI"],
])("several modes with places of their own: %s", (column, read) => expect(split(column)).toBe(read));

it.each([
  ["Virtuell (Maribor, SI)", "virtual: Maribor, SI"],
  ["En ligne (Maribor, SI)", "virtual: Maribor, SI"],
  ["Híbrido (Maribor, SI)", "hybrid: Maribor, SI"],
  ["Hybride (Maribor, SI)", "hybrid: Maribor, SI"],
  ["Presencial (Maribor, SI)", "in-person: Maribor, SI"],
  ["In real life (Maribor, SI)", "in-person: Maribor, SI"],
  ["Physical + digital (Maribor, SI)", "hybrid: Maribor, SI"],
  ["Webinar (Maribor, SI)", "virtual: Maribor, SI"],
  ["Livestream (Maribor, SI)", "virtual: Maribor, SI"],
  ["Maribor, SI + MS Teams", "hybrid: Maribor, SI"],
  ["Maribor, SI + BigBlueButton", "hybrid: Maribor, SI"],
  ["Virtual (hosted in Maribor, SI)", "virtual: Maribor, SI"],
  ["Virtual event hosted by Maribor, SI", "virtual: Maribor, SI"],
])("words for a mode: %s", (column, read) => expect(split(column)).toBe(read));

it.each(["YouTube", "Google Meet", "Virtual (Jitsi)", "Microsoft Teams", "Webex"])("a room for video: %s", (column) =>
  expect(split(column)).toBe("virtual: "),
);

it.each([
  ["Columbia, MO, US", "Missouri"],
  ["Delaware, OH, US", "Ohio"],
  ["Ontario, CA, US", "California"],
  ["Utah, US", "Utah"],
])("a city with the name of another area: %s", (text, area) =>
  expect(resolveText(gazetteer, text).map((place) => place.area)).toEqual([area]),
);

it("a saint in German", () => expect(resolveText(gazetteer, "St. Pölten, AT")[0]?.city).toBe("Sankt Pölten"));
