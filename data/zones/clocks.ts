import moment from "moment-timezone";

/** The newsletter's first year. */
const FROM = "2013-01-01";
/** Exclusive. From 2028 on all zones but Gaza and Hebron follow yearly rules: 28 years have each of their days once. */
const UNTIL = "2056-01-01";
const MINUTE = 60_000;

/** Minutes east of UTC at first, then by turns the minute since 1970, UTC, of a change, and minutes east of UTC after it. */
function clockOf(name: string): readonly number[] {
  const zone = moment.tz.zone(name);
  if (zone === null) throw new Error(`moment-timezone does not know its own zone "${name}"`);
  const [from, until] = [Date.parse(FROM), Date.parse(UNTIL)];
  const clock: number[] = [east(zone.utcOffset(from))];
  for (const change of zone.untils) {
    if (change === null || change <= from || change >= until) continue;
    const offset = east(zone.utcOffset(change));
    if (offset !== clock.at(-1)) clock.push(change / MINUTE, offset);
  }
  if (!clock.every(Number.isInteger)) throw new Error(`${name}: changes within a minute`);
  return clock;
}

/** moment-timezone counts minutes to the west. */
function east(west: number): number {
  return 0 - west;
}

/** The clocks of every zone as the text of their file, one zone a line. The same package gives the same text. */
export function clocksText(): string {
  const named = new Map<string, string>();
  const lines = moment.tz.names().map((name) => {
    const clock = JSON.stringify(clockOf(name));
    const same = named.get(clock);
    if (same === undefined) named.set(clock, name);
    return `${JSON.stringify(name)}:${same === undefined ? clock : JSON.stringify(same)}`;
  });
  const head = JSON.stringify({ format: 1, tz: moment.tz.dataVersion, from: FROM, until: UNTIL }).slice(0, -1);
  return `${head},"clocks":{\n${lines.join(",\n")}\n}}\n`;
}
