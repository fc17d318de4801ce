import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client, Held, Subscribe } from "./clients/client.ts";
import { evolution } from "./clients/evolution.ts";
import { khal } from "./clients/khal.ts";
import { thunderbird } from "./clients/thunderbird.ts";
import { escaped, type Unescape, unescapedByPythonIcalendar } from "./faults.ts";
import { describeWith, type Judge } from "./installed.ts";
import { CHANGED, ISSUES, inOrder, type Shown } from "./issues.ts";
import { openSite, type Site } from "./site.ts";

const LONG = 240_000;
const PYTHON = "/usr/bin/python3";
const CLIENTS: readonly (Judge & {
  readonly subscribe: Subscribe;
  readonly unescaped?: Unescape;
  readonly uids?: false;
})[] = [
  {
    name: "vdirsyncer and khal",
    packages: "vdirsyncer khal",
    probe: ["sh", "-c", "vdirsyncer --version && khal --version"],
    subscribe: khal,
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

for (const judge of CLIENTS) {
  /** The event as a client whose library has a known fault shows it. */
  const asHeld = (event: Shown): Shown =>
    judge.unescaped === undefined ? event : { ...event, title: judge.unescaped(escaped(event.title)) };
  describeWith(judge)(judge.name, () => {
    let site: Site | undefined;
    let client: Client;
    let before: readonly Held[];
    beforeAll(async () => {
      site = await openSite(first);
      const folder = join(site.folder, "client");
      mkdirSync(folder);
      client = judge.subscribe(`${site.url}/events.ics`, folder);
    }, LONG);
    afterAll(() => site?.close());

    test("shows every event as the issue has it", { timeout: LONG }, async () => {
      before = await client.sync(lastOf(first.shown).title);
      expect(inOrder(before)).toEqual(inOrder(first.shown.map(asHeld)));
    });

    test("after an issue that moves, retitles and cancels shows just that, and nothing twice", {
      timeout: LONG,
    }, async () => {
      await site?.publish(second);
      const after = await client.sync(lastOf(second.shown).title);
      expect(inOrder(after)).toEqual(inOrder(second.shown.map(asHeld)));
      const uids = (held: readonly Held[]) => held.map(({ uid }) => uid).sort();
      if (judge.uids !== false) expect(uids(after)).toEqual(uids(before));
      const known = new Map(before.map(({ uid, stored }) => [uid, stored]));
      expect(after.filter(({ uid, stored }) => known.get(uid) !== stored)).toHaveLength(CHANGED);
    });
  });
}

function lastOf(events: readonly Shown[]): Shown {
  return events.at(-1)!;
}
