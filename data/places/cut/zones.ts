import moment from "moment-timezone";
import type { SourceCity } from "./source.ts";

/** A zone with whether at least 95 % of the people share it or one that keeps the same time. */
export interface SharedZone {
  readonly timeZone: string;
  readonly certain: boolean;
}

const SHARE = 0.95;
const FROM = Date.UTC(2024, 0, 1);
const TO = Date.UTC(2029, 0, 1);
const WEEK = 7 * 86_400_000;
const clocks = new Map<string, string>();

/** Equal for zones whose clocks show the same from 2024 to 2028. */
function clock(timeZone: string): string {
  const known = clocks.get(timeZone);
  if (known) return known;
  const zone = moment.tz.zone(timeZone);
  if (!zone) throw new Error(`moment-timezone does not know the zone "${timeZone}"`);
  const offsets: number[] = [];
  for (let time = FROM; time < TO; time += WEEK) offsets.push(zone.utcOffset(time));
  clocks.set(timeZone, offsets.join());
  return offsets.join();
}

/** The zone of most people of `cities`; null without any. */
export function sharedZone(cities: readonly SourceCity[]): SharedZone | null {
  const people = new Map<string, number>();
  for (const { timeZone, population } of cities) people.set(timeZone, (people.get(timeZone) ?? 0) + population + 1);
  const [most] = [...people].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (!most) return null;
  let all = 0;
  let same = 0;
  for (const [timeZone, count] of people) {
    all += count;
    if (clock(timeZone) === clock(most[0])) same += count;
  }
  return { timeZone: most[0], certain: same >= SHARE * all };
}

/** Where the people of an area live on average, degrees with two decimals. */
export function centre(cities: readonly SourceCity[]): { latitude: string; longitude: string } {
  let weight = 0;
  let latitude = 0;
  let longitude = 0;
  for (const city of cities) {
    const people = city.population + 1;
    weight += people;
    latitude += people * Number(city.latitude);
    longitude += people * Number(city.longitude);
  }
  const degrees = (sum: number) => String(Number((sum / weight).toFixed(2)));
  return { latitude: degrees(latitude), longitude: degrees(longitude) };
}
