import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kilometresBetween, type Point } from "../../src/model/globe.ts";
import { canonicalPoint, pointOf } from "../../src/query/near.ts";
import { selectEvents } from "../../src/query/select.ts";
import { BERLIN, event } from "../render/events.ts";

const at = (latitude: number, longitude: number): Point => ({ latitude, longitude });
const point = fc
  .tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))
  .map(([latitude, longitude]) => at(latitude, longitude));

/** The same distance by vectors: the angle between two arrows from the middle of the Earth. */
function byVectors(a: Point, b: Point): number {
  const arrow = ({ latitude, longitude }: Point): readonly [number, number, number] => {
    const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
  };
  const [[ax, ay, az], [bx, by, bz]] = [arrow(a), arrow(b)];
  const across = Math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx);
  return 6371.0088 * Math.atan2(across, ax * bx + ay * by + az * bz);
}

describe("the distance between two points", () => {
  test.each([
    ["a degree of a meridian", at(52, 13), at(53, 13), 111.2],
    ["London and New York", at(51.5074, -0.1278), at(40.7128, -74.006), 5570.2],
    ["both sides of the antimeridian", at(-18, 179.9), at(-18, -179.9), 21.15],
    ["the pole and itself", at(90, 0), at(90, 120), 0],
    ["places around a pole", at(89.9, 0), at(89.9, 180), 22.24],
    ["the ends of the Earth", at(0, 0), at(0, 180), 20015.1],
  ])("%s", (_, a, b, kilometres) => expect(kilometresBetween(a, b)).toBeCloseTo(kilometres, 1));

  test("equals the result of a vector computation, in both directions", () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(Math.abs(kilometresBetween(a, b) - byVectors(a, b))).toBeLessThan(0.01);
        expect(kilometresBetween(a, b)).toBe(kilometresBetween(b, a));
      }),
    );
  });
});

test("a canonical point is idempotent, and less than a kilometre away", () => {
  fc.assert(
    fc.property(point, (given) => {
      const text = canonicalPoint(`${given.latitude.toFixed(9)},${given.longitude.toFixed(9)}`)!;
      expect(canonicalPoint(text)).toBe(text);
      expect(kilometresBetween(pointOf(text), given)).toBeLessThan(1);
    }),
  );
});

describe("near finds", () => {
  const POTSDAM = { ...BERLIN, city: "Potsdam", area: "Brandenburg", latitude: 52.4, longitude: 13.07 };
  const SUVA = { ...BERLIN, city: "Suva", area: "Central", country: "FJ", latitude: -18.14, longitude: 178.44 };
  const APIA = { ...BERLIN, city: "Apia", area: "Tuamasaga", country: "WS", latitude: -13.83, longitude: -171.77 };
  const events = [
    event({ id: "berlin" }),
    event({ id: "potsdam", places: [POTSDAM], mode: null }),
    event({ id: "both", places: [SUVA, BERLIN], mode: "hybrid" }),
    event({ id: "online", mode: "virtual" }),
    event({ id: "germany", places: [{ ...BERLIN, city: null, area: null }] }),
    event({ id: "unknown", places: [{ ...BERLIN, latitude: null, longitude: null }] }),
    event({ id: "nowhere", places: [] }),
    event({ id: "apia", places: [APIA] }),
  ];
  const near = (point: string, radius?: number) =>
    selectEvents(events, [{ near: point, ...(radius === undefined ? {} : { radius }) }]).map(({ id }) => id);

  test.each<[string, string, number | undefined, string[]]>([
    ["what is within 50 km unless told", "52.52,13.41", undefined, ["berlin", "potsdam", "both"]],
    ["the city alone", "52.52,13.41", 5, ["berlin", "both"]],
    ["an event of which one place is near", "-18.00,178.00", 100, ["both"]],
    ["across the antimeridian", "-16.00,-179.90", 950, ["both", "apia"]],
    ["nothing in the sea", "0.00,0.00", 1000, []],
  ])("%s", (_, point, radius, ids) => expect(near(point, radius)).toEqual(ids));

  test("the same events as brute force", () => {
    const place = point.map((found) => ({ ...BERLIN, ...found }));
    fc.assert(
      fc.property(
        fc.array(fc.array(place, { maxLength: 3 }), { maxLength: 10 }),
        point,
        fc.integer({ min: 1, max: 5000 }),
        (all, { latitude, longitude }, radius) => {
          const given = all.map((places, index) => event({ id: String(index), places }));
          const centre = canonicalPoint(`${latitude.toFixed(5)},${longitude.toFixed(5)}`)!;
          const expected = given.filter(({ places }) =>
            places.some((one) => byVectors(pointOf(centre), one as Point) <= radius),
          );
          expect(selectEvents(given, [{ near: centre, radius }])).toEqual(expected);
        },
      ),
    );
  });

  test("only events that match the other filters", () => {
    const found = selectEvents(events, [{ near: "52.52,13.41", radius: 50 }, { mode: ["hybrid"] }]);
    expect(found.map(({ id }) => id)).toEqual(["both"]);
  });
});
