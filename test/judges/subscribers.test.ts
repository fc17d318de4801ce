import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Replay, replay } from "../times/replay/server.ts";
import type { Client, Held, Subscribe } from "./clients/client.ts";
import { evolution } from "./clients/evolution.ts";
import { KHAL_ZONE, khal } from "./clients/khal.ts";
import { thunderbird } from "./clients/thunderbird.ts";
import { escaped, type Unescape, unescapedByPythonIcalendar } from "./faults.ts";
import { describeWith, type Judge } from "./installed.ts";
import { CHANGED, ISSUES, inOrder, type Shown } from "./issues.ts";
import { HOURLY, play, READINGS } from "./organiser.ts";
import { openSite, type Site } from "./site.ts";

const LONG = 240_000;
const PYTHON = "/usr/bin/python3";
const CLIENTS: readonly (Judge & {
  readonly subscribe: Subscribe;
  readonly unescaped?: Unescape;
  readonly uids?: false;
  /** Zone in which it shows times. Default: that of the event. */
  readonly zone?: string;
})[] = [
  {
    name: "vdirsyncer and khal",
    packages: "vdirsyncer khal",
    probe: ["sh", "-c", "vdirsyncer --version && khal --version"],
    subscribe: khal,
    zone: KHAL_ZONE,
    unescaped: unescapedByPythonIcalendar,
    // vdirsyncer gives each entry of a feed a UID made of its content (storage/http.py): a changed one is another.
    uids: false,
  },
  {
    name: "Evolution's data server",
    packages: "evolution-data-server gir1.2-ecal-2.0 python3-gi dbus",
    probe: [PYTHON, "-c", "import gi; gi.require_version('ECal', '2.0'); gi.require_version('EDataServer', '1.2')"],
    subscribe: evolution,
  },
  {
    name: "Thunderbird",
    packages: "thunderbird dbus",
    probe: ["sh", "-c", "command -v thunderbird && command -v dbus-run-session"],
    subscribe: thunderbird,
  },
];

const [first, second] = ISSUES;

/** One after the other, while other programs take theirs. */
const STEP = { timeout: LONG, concurrent: false } as const;

describe.concurrent("every program", () => {
  for (const judge of CLIENTS) {
    /** The event as the program shows it: in its zone, and with the known fault of its library. */
    const asHeld = (event: Shown): Shown => ({
      ...event,
      start: when(event.start, judge.zone),
      last: when(event.last, judge.zone),
      title: judge.unescaped?.(escaped(event.title)) ?? event.title,
    });
    describeWith(judge)(judge.name, () => {
      let organisers: Replay;
      let site: Site | undefined;
      let client: Client;
      let before: readonly Held[];
      beforeAll(async () => {
        organisers = await replay();
        site = await openSite(first);
        const folder = join(site.folder, "client");
        mkdirSync(folder);
        client = judge.subscribe(`${site.url}/events.ics`, folder);
      }, LONG);
      afterAll(() => site?.close());
      afterAll(() => organisers?.close());

      /** Syncs until there is `awaited`: the program must show `shown`, nothing twice, with `count` entries other than before. */
      async function expectChanges(count: number, shown: readonly Shown[], awaited: Shown): Promise<void> {
        const after = await client.sync(asHeld(awaited));
        expect(inOrder(after)).toEqual(inOrder(shown.map(asHeld)));
        const uids = (held: readonly Held[]) => held.map(({ uid }) => uid).sort();
        if (judge.uids !== false) expect(uids(after)).toEqual(uids(before));
        const known = new Map(before.map(({ uid, stored }) => [uid, stored]));
        expect(after.filter(({ uid, stored }) => known.get(uid) !== stored)).toHaveLength(count);
        before = after;
      }

      test("shows every event as in the issue", STEP, async () => {
        before = await client.sync(lastOf(first.shown));
        expect(inOrder(before)).toEqual(inOrder(first.shown.map(asHeld)));
      });

      test(
        "shows exactly the changes of an issue that moves, retitles and cancels, without duplicates",
        STEP,
        async () => {
          await site?.publish(second);
          await expectChanges(CHANGED, second.shown, lastOf(second.shown));
        },
      );

      for (const reading of READINGS)
        test(`shows one entry per event, and no other change, when ${reading.what}`, STEP, async () => {
          play(organisers, reading);
          await site?.readHours(reading.day, HOURLY.group, organisers.via);
          const hourly = { ...second.shown.find(({ title }) => title === HOURLY.title)!, ...reading.shown };
          const others = second.shown.filter(({ title }) => title !== HOURLY.title);
          await expectChanges(1, [...others, hourly], hourly);
        });
    });
  }
});

function lastOf(events: readonly Shown[]): Shown {
  return events.at(-1)!;
}

/** A time as it is shown in `zone`; days are the same everywhere. */
function when(shown: string, zone: string | undefined): string {
  const [time = "", own] = shown.split(" ");
  if (own === undefined || zone === undefined) return shown;
  return `${DateTime.fromISO(time, { zone: own }).setZone(zone).toFormat("yyyy-MM-dd'T'HH:mm")} ${zone}`;
}
