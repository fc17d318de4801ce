import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { directoryOf } from "../../src/query/directory.ts";
import type { EventQuery } from "../../src/query/filters.ts";
import { PARAMETERS, queryParser, toSearch } from "../../src/query/query.ts";
import { vocabularyOf } from "../../src/query/vocabulary.ts";
import { BERLIN, dataSet, event, oddText } from "../render/events.ts";
import { runs } from "../runs.ts";

const VOCABULARY = vocabularyOf(
  directoryOf(
    dataSet([
      event(),
      event({ id: "zurich", places: [{ ...BERLIN, city: "Zürich", area: "Zurich", country: "CH" }] }),
      event({ id: "london", places: [{ ...BERLIN, city: "London", area: "England", country: "GB" }] }),
    ]),
  ),
);
const parse = queryParser(VOCABULARY);

function parsed(search: string): EventQuery | string[] {
  const result = parse(new URLSearchParams(search));
  return result.ok ? result.query : result.refused.map(({ parameter }) => parameter);
}

describe("a query is read from the URL", () => {
  test.each<[string, EventQuery, string]>([
    ["", {}, "nothing asked"],
    ["region=Virtual", { region: ["virtual"] }, "any case"],
    ["region=ONLINE", { region: ["virtual"] }, "the older word"],
    ["region=North%20America", { region: ["north-america"] }, "the newsletter's own words"],
    ["region=asia-pacific", { region: ["asia-pacific"] }, "the heading of 2018–2021"],
    ["country=de,ch", { country: ["CH", "DE"] }, "a comma list, sorted"],
    ["country=DE&country=CH&country=de", { country: ["CH", "DE"] }, "repeats, each once"],
    ["country=DE,", { country: ["DE"] }, "a comma too many"],
    ["country=uk", { country: ["GB"] }, "the newsletter's code of the United Kingdom"],
    ["city=Zürich", { city: ["zurich"] }, "a name with accents"],
    ["city=berlin-de,london-england-gb", { city: ["berlin-de", "london-england-gb"] }, "slugs of cities"],
    ["group=Rust-Berlin", { group: ["rust-berlin"] }, "a group in any case"],
    ["mode=In-Person,hybrid", { mode: ["hybrid", "in-person"] }, "modes"],
    ["from=2026-01-01&to=2026-01-01", { from: "2026-01-01", to: "2026-01-01" }, "one day"],
    ["days=30", { days: 30 }, "a number"],
    ["q=%20Async%20%20Zürich,embedded", { q: ["async zurich", "embedded"] }, "phrases, folded"],
    ["near=52.52,13.405", { near: "52.52,13.40", radius: 50 }, "a point, and the radius that is meant"],
    ["near=%20%2B52.5200%20,%20-013.4051&radius=0100", { near: "52.52,-13.41", radius: 100 }, "a point in other words"],
    ["near=-0.001,-180", { near: "0.00,180.00", radius: 50 }, "one nought, one meridian of 180°"],
    ["near=90,77.7", { near: "90.00,0.00", radius: 50 }, "one pole"],
    ["multiday=true&cancelled=HIDE", { multiday: "only", cancelled: "hide" }, "switches"],
    ["timed=yes&online=Include", { timed: "only", online: "include" }, "switches of the hour and of what is online"],
    ["online=no", { online: "hide" }, "a looser word"],
    ["starts=17:00-22:30", { starts: "17:00-22:30" }, "a span of hours"],
    ["starts=9:00-12:00", { starts: "09:00-12:00" }, "an hour of one digit"],
    ["starts=%2022:00%20–%202:05%20", { starts: "22:00-02:05" }, "over midnight, with a dash"],
    ["starts=18:00-24:00", { starts: "18:00-23:59" }, "the end of the day"],
    ["starts=0:00-24:00", { starts: "00:00-23:59" }, "the whole day"],
    ["starts=18:00-0:00", { starts: "18:00-00:00" }, "midnight, which is of the day after"],
    ["starts=7:00-7:00&tz=europe/berlin", { starts: "07:00-07:00", tz: "Europe/Berlin" }, "a zone in any case"],
    ["weekday=Sun&tz=America/New York", { weekday: ["sun"], tz: "America/New_York" }, "a zone with a space"],
    ["weekday=mon&tz=Etc/GMT+5", { weekday: ["mon"], tz: "Etc/GMT+5" }, "a plus, which addresses have for a space"],
    ["weekday=mon&tz=etc/gmt-5", { weekday: ["mon"], tz: "Etc/GMT-5" }, "a minus"],
    ["weekday=mon&tz=utc", { weekday: ["mon"], tz: "UTC" }, "UTC"],
    ["weekday=Wednesday,TUE,thurs&weekday=wed", { weekday: ["tue", "wed", "thu"] }, "days in the order of the week"],
    [
      "limit=5&cursor=2026-03-04_2026-03-05_2026-03-10_some_id",
      { limit: 5, cursor: "2026-03-04_2026-03-05_2026-03-10_some_id" },
      "a page",
    ],
  ])("%j", (search, query, _reason) => expect(parsed(search)).toEqual(query));
});

describe("invalid parameters are rejected", () => {
  test.each<[string, string[], string]>([
    ["foo=1", ["foo"], "an unknown parameter"],
    ["Region=virtual", ["Region"], "a parameter in another case"],
    ["__proto__=1", ["__proto__"], "a name that objects know"],
    ["constructor=1", ["constructor"], "another one"],
    ["region=", ["region"], "no value must not mean everything"],
    ["region=,", ["region"], "nor two of them"],
    ["region=virtual,mars", ["region"], "one unknown value of two"],
    ["country=FR", ["country"], "a country never listed"],
    ["city=paris", ["city"], "a city never listed"],
    ["city=%2C%20-", ["city"], "no letters at all"],
    ["group=rust-paris", ["group"], "a group never listed"],
    ["mode=remote", ["mode"], "an unknown mode"],
    ["from=2025-02-30", ["from"], "a day that does not exist"],
    ["from=yesterday", ["from"], "no day"],
    ["from=0000-01-01", ["from"], "a year too early"],
    ["from=2026-01-01&from=2026-01-02", ["from"], "given twice"],
    ["from=2026-01-02&to=2026-01-01", ["to"], "an end before the start"],
    ["days=0", ["days"], "no days"],
    ["days=1e3", ["days"], "no whole number"],
    ["days=5&to=2026-01-01", ["days"], "two ends"],
    ["q=", ["q"], "no words"],
    [`q=${"x".repeat(101)}`, ["q"], "too many letters"],
    [`q=${"x,".repeat(11)}`, ["q"], "too many phrases"],
    ["near=52.52", ["near"], "half a point"],
    ["near=52,52,13,41", ["near"], "commas for points"],
    ["near=52.52&near=13.41", ["near"], "a point in two halves"],
    ["near=91,0", ["near"], "beyond the pole"],
    ["near=0,180.1", ["near"], "beyond the meridian of 180°"],
    ["near=1e1,0", ["near"], "no plain number"],
    ["near=NaN,Infinity", ["near"], "no number at all"],
    ["near=Berlin", ["near"], "a name"],
    ["near=", ["near"], "no point"],
    ["radius=50", ["radius"], "around nothing"],
    ["near=0,0&radius=0", ["radius"], "no kilometres"],
    ["near=0,0&radius=5001", ["radius"], "too many of them"],
    ["near=0,0&radius=1.5", ["radius"], "a part of one"],
    ["multiday=2", ["multiday"], "no such switch"],
    ["cancelled=", ["cancelled"], "an empty switch"],
    ["multiday=include", ["multiday"], "a word of another switch"],
    ["timed=include", ["timed"], "another one"],
    ["online=maybe", ["online"], "no such word"],
    ["starts=", ["starts"], "no hours"],
    ["starts=17:00", ["starts"], "one hour"],
    ["starts=17-22", ["starts"], "hours without minutes"],
    ["starts=17:00-25:00", ["starts"], "an hour that no clock shows"],
    ["starts=24:00-02:00", ["starts"], "the end of a day as a beginning"],
    ["starts=18:00-24:01", ["starts"], "a minute after the end"],
    ["starts=17:60-18:00", ["starts"], "a minute that no clock shows"],
    ["starts=5:00pm-9:00pm", ["starts"], "hours of half a day"],
    ["starts=017:00-22:00", ["starts"], "three digits"],
    ["starts=17:00-19:00-22:00", ["starts"], "three hours"],
    ["starts=17:00-18:00,20:00-21:00", ["starts"], "two spans"],
    ["starts=17:00-18:00&starts=20:00-21:00", ["starts"], "given twice"],
    ["starts=-17:00-18:00", ["starts"], "an hour below nought"],
    ["starts=17:00-18:00&tz=", ["tz"], "no zone"],
    ["starts=17:00-18:00&tz=Europe/Munich", ["tz"], "a zone that IANA has not"],
    ["starts=17:00-18:00&tz=CEST", ["tz"], "an abbreviation"],
    ["starts=17:00-18:00&tz=%2B01:00", ["tz"], "an offset"],
    ["starts=17:00-18:00&tz=constructor", ["tz"], "a name that objects know"],
    ["tz=Europe/Berlin", ["tz"], "a zone of nothing"],
    ["tz=Europe/Berlin&timed=only", ["tz"], "and of no hour"],
    ["weekday=", ["weekday"], "no day"],
    ["weekday=mi", ["weekday"], "two letters"],
    ["weekday=tue,someday", ["weekday"], "one unknown day of two"],
    ["weekday=mondays", ["weekday"], "more than a name"],
    ["weekday=mon-fri", ["weekday"], "a span of days"],
    ["limit=1001", ["limit"], "too many events"],
    ["cursor=abc", ["cursor"], "not one of ours"],
    ["cursor=2026-03-04_2026-03-05_2026-13-10_x", ["cursor"], "a cursor with a day that does not exist"],
    ["region=mars&mode=x&foo=1", ["region", "mode", "foo"], "all that is wrong at once"],
  ])("%j", (search, names, _reason) => expect(parsed(search)).toEqual(names));

  test.each([
    ["starts=late", "starts", "range of start times, HH:MM-HH:MM: 17:00-22:30"],
    ["weekday=mon&tz=Mars", "tz", "Europe/Berlin"],
    ["tz=Asia/Tokyo", "tz", "starts=17:00-22:30&tz=Asia/Tokyo"],
    ["weekday=x", "weekday", "tue"],
    ["online=x", "online", "include"],
  ])("%s says that %s may be %j", (search, name, allowed) => {
    const result = parse(new URLSearchParams(search));
    const refused = result.ok ? undefined : result.refused.find(({ parameter }) => parameter === name);
    expect(refused?.allowed).toContain(allowed);
  });

  test("with the allowed values", () => {
    const result = parse(new URLSearchParams("region=mars&country=FR&foo=1"));
    expect(result.ok ? [] : result.refused).toEqual([
      {
        parameter: "region",
        value: "mars",
        detail: 'region: "mars" is not known',
        allowed: ["virtual", "africa", "asia", "asia-pacific", "europe", "north-america", "oceania", "south-america"],
      },
      { parameter: "country", value: "FR", detail: 'country: "FR" is not known', allowed: ["CH", "DE", "GB"] },
      { parameter: "foo", value: "", detail: "foo is not a parameter", allowed: PARAMETERS },
    ]);
  });
});

const values = {
  region: fc.constantFrom("virtual", "Asia Pacific", "north-america"),
  country: fc.constantFrom("de", "CH", "UK"),
  city: fc.constantFrom("Berlin", "zürich", "london-gb"),
  group: fc.constant("rust-berlin"),
  mode: fc.constantFrom("virtual", "Hybrid"),
  from: fc.constantFrom("2014-01-01", "2026-01-01"),
  to: fc.constantFrom("2026-01-01", "2027-01-01"),
  q: oddText,
  near: fc
    .tuple(fc.double({ min: -91, max: 91, noNaN: true }), fc.double({ min: -181, max: 181, noNaN: true }))
    .map(([latitude, longitude]) => `${latitude.toFixed(5)},${longitude}`),
  radius: fc.constantFrom("1", "0050", "5000"),
  multiday: fc.constantFrom("only", "hide", "yes"),
  cancelled: fc.constantFrom("only", "hide"),
  starts: fc.constantFrom("17:00-22:30", "9:00-24:00", "22:00–2:00"),
  tz: fc.constantFrom("Europe/Berlin", "america/new york", "Etc/GMT+1", "America/Port-au-Prince"),
  weekday: fc.constantFrom("tue", "Sunday,mon"),
  timed: fc.constantFrom("only", "no"),
  online: fc.constantFrom("include", "only", "hide"),
  limit: fc.constantFrom("1", "0010"),
  cursor: oddText.map((text) => `2026-03-04_2026-03-05_2026-03-10_${text}`),
} satisfies Record<string, fc.Arbitrary<string>>;

describe("one canonical order", () => {
  test("a query is parsed from its URL unchanged, for any order of parameters", () => {
    const pairs = fc.oneof(
      ...Object.entries(values).map(([name, value]) => value.map((text): [string, string] => [name, text])),
    );
    fc.assert(
      fc.property(fc.uniqueArray(pairs, { selector: ([name]) => name }), (given) => {
        const result = parse(new URLSearchParams(given));
        if (!result.ok) return;
        const search = toSearch(result.query);
        expect(parse(new URLSearchParams(search))).toEqual(result);
        const again = parse(new URLSearchParams(given.toReversed()));
        expect(again.ok && toSearch(again.query)).toBe(search);
      }),
      { numRuns: runs(500) },
    );
  });

  test("is the order of the documentation, with unescaped commas", () => {
    const query = parsed("limit=5&mode=hybrid&country=DE,CH&region=europe") as EventQuery;
    expect(toSearch(query)).toBe("?region=europe&country=CH,DE&mode=hybrid&limit=5");
    expect(toSearch({})).toBe("");
    const evening = parsed("online=include&tz=europe%2Fberlin&starts=17%3A00-22%3A30&near=48.14,11.58") as EventQuery;
    expect(toSearch(evening)).toBe("?near=48.14,11.58&radius=50&starts=17:00-22:30&tz=Europe/Berlin&online=include");
    // Words keep the form that they have had.
    expect(toSearch({ q: ["a/b: c"] })).toBe("?q=a%2Fb%3A+c");
  });

  test("parsing never throws", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(oddText, fc.constantFrom(...PARAMETERS)), oddText)), (given) => {
        const result = parse(new URLSearchParams(given));
        if (!result.ok) for (const { allowed } of result.refused) expect(allowed.length).toBeGreaterThan(0);
      }),
    );
  });
});
