import { createHash } from "node:crypto";
import { addDays, type LocalDate } from "../../src/model/date.ts";
import type { DataSet } from "../../src/model/event.ts";
import { generateArchive } from "../../test/generate/archive.ts";
import { median } from "../child.ts";
import { fact, limited, ms, print } from "../report.ts";
import type { Backend } from "./backend.ts";
import { ask, cpuOf, heapOf, memoryOf, watchHeap } from "./gauge.ts";
import type { Fresh } from "./workerd.ts";

const RUNS = 5;
/** Additional runs with heap sampling, which takes time. */
const WATCHED_RUNS = 3;
/** Memory limit of Workers for one instance, in MB. */
export const MOST_MEGABYTES = 128;

interface Run {
  readonly ms: number;
  readonly cpu: number;
  readonly network: number;
  readonly idle: number;
  readonly heap: number;
  readonly before: number;
  readonly memory: { readonly now: number; readonly peak: number };
  readonly empty: number;
}

/** A sync that finds one new issue, and one that finds nothing, each in a workerd that has served a feed. */
export async function measureSync(backend: Backend, data: DataSet, fresh: Fresh): Promise<void> {
  // An issue of normal length, a week after the newest one.
  const next = issueOn(addDays(data.newestIssue ?? "", 7));
  const known = Object.fromEntries(data.issues.map(({ file, blob }) => [file, blob]));
  const runs: Run[] = [];
  for (let run = 0; run < RUNS + WATCHED_RUNS; run++) {
    backend.clear();
    backend.files = { ...known, [next.name]: blobOf(next.text) };
    backend.texts = { [next.name]: next.text };
    const empty = await fresh(["empty"], async ({ pid, ports }) => {
      await ask(ports.empty ?? 0, "/");
      return memoryOf(pid).peak;
    });
    runs.push(
      await fresh(["app", "trigger"], async ({ pid, ports, inspector }) => {
        await ask(ports.app ?? 0, "/regions/europe.ics");
        const before = await heapOf(inspector, "app");
        const [cpu, spent] = [cpuOf(pid), backend.spent.ms];
        const watch = run < RUNS ? null : await watchHeap(inspector, "app");
        const { ms: taken } = await ask(ports.trigger ?? 0, "/");
        const used = { cpu: cpuOf(pid) - cpu, network: backend.spent.ms - spent };
        const heap = (await watch?.end()) ?? 0;
        const health = JSON.parse((await ask(ports.app ?? 0, "/health")).text);
        if (health.sync?.outcome !== "added") throw new Error(`the sync came to ${JSON.stringify(health.sync)}`);
        const memory = memoryOf(pid);
        // The first sync without changes notes that; later ones do not read the data set.
        await ask(ports.trigger ?? 0, "/");
        const { ms: idle } = await ask(ports.trigger ?? 0, "/");
        return { ms: taken, idle, heap, before, memory, empty, ...used };
      }),
    );
  }
  const middle = (field: (run: Run) => number) => median(runs.slice(0, RUNS).map(field));
  const apart = middle((run) => run.ms - run.network);
  const most = Math.max(...runs.map(({ heap }) => heap));
  const more = middle(({ memory, empty }) => memory.peak - empty);
  print(`A sync that adds one new issue of ${next.listings.length} listings, median of ${RUNS} fresh instances`, [
    fact("from the trigger to the end", ms(middle((run) => run.ms))),
    fact("of that, waiting for the newsletter and the namespace", ms(middle((run) => run.network))),
    limited("apart from the network", ms(apart), apart < 500, "under 500 ms"),
    fact("CPU of the whole process, its compiler and collector included", ms(middle((run) => run.cpu))),
    fact("a later sync, which finds nothing again", ms(middle((run) => run.idle))),
    fact("heap of the Worker that has served a feed", megabytes(middle(({ before }) => before))),
    limited(
      "peak heap of the Worker while waiting, including garbage",
      megabytes(most),
      most < MOST_MEGABYTES,
      "under 128 MB",
    ),
    fact("peak memory of the whole process, compiler and two Workers, minus one with an empty Worker", megabytes(more)),
  ]);
}

const megabytes = (value: number): string => `${value.toFixed(1)} MB`;

/** An issue of the day `day`. */
export function issueOn(day: LocalDate) {
  const issue = generateArchive(1, { from: addDays(day, -28), issues: 5, perWeek: 20 }).issues.at(-1);
  if (issue === undefined || !issue.name.startsWith(day)) throw new Error(`no issue of ${day} was made`);
  return issue;
}

export const blobOf = (text: string): string =>
  createHash("sha1")
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest("hex");
