import { addDays } from "../../src/model/date.ts";
import type { DataSet } from "../../src/model/event.ts";
import { built } from "../../test/adapters/worker/newsletter.ts";
import { comingOf, playOrganisers } from "../../test/times/newest.ts";
import { replay } from "../../test/times/replay/server.ts";
import { median } from "../child.ts";
import { fact, limited, ms, print } from "../report.ts";
import type { Backend } from "./backend.ts";
import { ask, cpuOf, watchHeap } from "./gauge.ts";
import { blobOf, issueOn, MOST_MEGABYTES } from "./sync.ts";
import type { Fresh } from "./workerd.ts";

const RUNS = 5;

/** Measures of one cron run. */
interface Taken {
  readonly ms: number;
  readonly cpu: number;
  /** Requests to the newsletter and to organisers' hosts. */
  readonly outside: number;
  readonly calendars: number;
}

/**
 * A run of the cron that reads three calendars, whose hours are new, and one that reads none, each in a workerd that has served
 * a feed.
 */
export async function measureHours(backend: Backend, data: DataSet, fresh: Fresh): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const { name, text } = issueOn(today);
  const later = issueOn(addDays(today, 7));
  const server = await replay();
  const { events } = await built({ [name]: text });
  playOrganisers(server, comingOf({ events, newestIssue: name.slice(0, 10) }));
  const known = Object.fromEntries(data.issues.map(({ file, blob }) => [file, blob]));
  const [three, none, heaps]: [Taken[], Taken[], number[]] = [[], [], []];
  const asking = { TIMES: "yes", TIMES_VIA: server.via, TODAY: name.slice(0, 10) };
  for (let run = 0; run < RUNS; run++) {
    backend.clear();
    backend.files = { ...known, [name]: blobOf(text) };
    backend.texts = { [name]: text };
    await fresh(
      ["app", "trigger"],
      async ({ pid, ports }) => {
        const trigger = async (): Promise<Taken> => {
          const [cpu, asked, newsletter] = [cpuOf(pid), server.log.length, backend.asked.newsletter];
          const { ms: taken } = await ask(ports.trigger ?? 0, "/");
          const paths = server.log.slice(asked).map(({ path }) => path);
          const calendars = paths.filter((path) => path !== "/robots.txt").length;
          const outside = paths.length + backend.asked.newsletter - newsletter;
          return { ms: taken, cpu: cpuOf(pid) - cpu, outside, calendars };
        };
        await ask(ports.app ?? 0, "/regions/europe.ics");
        // The first run adds the issue.
        let taken = await trigger();
        taken = await trigger();
        three.push(taken);
        while (taken.calendars > 0) taken = await trigger();
        none.push(await trigger());
        const health = JSON.parse((await ask(ports.app ?? 0, "/health")).text);
        if (!health.times?.calendars.read) throw new Error(`the readings came to ${JSON.stringify(health.times)}`);
      },
      asking,
    );
    // Another issue is added with known start times.
    backend.files = { ...backend.files, [later.name]: blobOf(later.text) };
    backend.texts = { [later.name]: later.text };
    await fresh(
      ["app", "trigger"],
      async ({ ports, inspector }) => {
        await ask(ports.app ?? 0, "/regions/europe.ics");
        const watch = await watchHeap(inspector, "app");
        await ask(ports.trigger ?? 0, "/");
        heaps.push(await watch.end());
        const { sync } = JSON.parse((await ask(ports.app ?? 0, "/health")).text);
        if (sync.outcome !== "added") throw new Error(`the sync came to ${JSON.stringify(sync)}`);
      },
      asking,
    );
  }
  await server.close();
  const middle = (runs: readonly Taken[], field: (run: Taken) => number) => median(runs.map(field));
  const most = Math.max(...three.map(({ outside }) => outside));
  print(`A cron run that reads ${middle(three, ({ calendars }) => calendars)} calendars, median of ${RUNS} instances`, [
    fact("from the trigger to the end, hosts without a pause", ms(middle(three, (run) => run.ms))),
    fact("CPU of the whole process, its compiler and collector included", ms(middle(three, (run) => run.cpu))),
    limited("requests to the newsletter and organisers' hosts, at most", String(most), most < 12, "under 12"),
    fact("a run when no calendar is due", ms(middle(none, (run) => run.ms))),
    fact("CPU of that", ms(middle(none, (run) => run.cpu))),
    limited(
      "peak heap while waiting, of a run that adds an issue with start times",
      `${Math.max(...heaps).toFixed(1)} MB`,
      Math.max(...heaps) < MOST_MEGABYTES,
      "under 128 MB",
    ),
  ]);
}
