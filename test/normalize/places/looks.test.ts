import { describe, expect, it } from "vitest";
import { looksLikePlace } from "../../../src/normalize/places/looks.ts";
import { printedPlace } from "../../../src/normalize/places/printed.ts";
import { placeDoubt, resolvePlaces } from "../../../src/normalize/places/resolve.ts";
import { gazetteer } from "./gazetteer.ts";

const PLACES = [
  "Madrid, ES",
  "Ljubljana, SI",
  "Tulsa, OK, US",
  "Mountain View,US",
  "Belgrade, RS",
  "Tulsa, OK",
  "Washington, DC",
  "Lyon, France",
  "Roma Italy",
  "Germany/Cologne",
  "Zurich / Switzerland",
  "Orange County, US",
  "Utah, US",
  "Frankfurt (Main), DE",
  "Smallvillage, DE",
  "200 University Ave W, Waterloo, CN",
  "Paris",
  "Sydney",
  "Mexico City",
  "NYC",
  "Milano",
  "Hannover",
  "Malaysia",
  "Russia",
  "IR",
  "Various cities",
  "Florence (@fjord)",
  "Mountain View (Fjord HQ)",
  "St. Louis, MO",
  "East Coast, US",
  "Multiple locations",
];

const OTHERS = [
  "",
  "Rust",
  "Rust Paris",
  "Paris Rust Meetup",
  "Columbus Rust Society",
  "Rust Boulder/Denver",
  "RustFest Zürich",
  "Seattle Rust Meetup",
  "OpenTechSchool Berlin",
  "San Diego Monthly Meeting",
  "Monthly meetup, Berlin",
  "Intro to Rust for Java programmers",
  "Hack Chiapas, Autonomous University of Chiapas, Mexico",
  "Women Who Code, Codemotion Berlin",
  "Eat, Drink, Rust! San Diego Downtown Rust Meetup",
  "Rust Washington, DC",
  "Fjordfest - Lyon, France",
  "FjordConf – Vienna, AT",
  "Let's Rust",
  "Indy.rs",
  "IT",
  "AI",
  "GPU",
  "Online",
  "paris",
  "Eat",
  "Servo",
  "Mozilla",
  "12/20",
  "#rust-community",
  "Hello, World",
  "An Evening of Talks (Berlin, DE)",
];

describe("looksLikePlace", () => {
  it.each(PLACES)("takes %s", (text) => expect(looksLikePlace(gazetteer, text)).not.toBeNull());
  it.each(OTHERS)("leaves %s", (text) => expect(looksLikePlace(gazetteer, text)).toBeNull());

  it.each(["Women Who Code, Codemotion Berlin", "Fast, Safe, and Beautiful", "Smallvillage", "Parrrriss, Nowhere"])(
    "leaves %s, of which no more than a typo could be found",
    (text) => {
      const printed = printedPlace(gazetteer, text);
      expect(looksLikePlace(gazetteer, text)).toBeNull();
      expect(resolvePlaces(gazetteer, printed).map(({ how }) => placeDoubt(how))).not.toContain(null);
    },
  );

  it.each(["Tulsa, OK", "Paris", "NYC", "Tulsa, Oklahoma", "Lyon, France"])("finds %s by name", (text) => {
    expect(looksLikePlace(gazetteer, text)).not.toBeNull();
  });

  it("gives the place as printed", () => {
    expect(looksLikePlace(gazetteer, " Tulsa, OK, US ")).toEqual({ city: "Tulsa", area: "OK", country: "US" });
    expect(looksLikePlace(gazetteer, "Paris")).toEqual({ city: "Paris", area: null, country: null });
  });
});
