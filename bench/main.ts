import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { folderSource } from "../src/adapters/source/folder.ts";
import { SHAPES } from "../test/generate/shapes.ts";
import { child, median, repeat } from "./child.ts";
import { exponent, type Growth } from "./exponent.ts";
import { fact, limited, ms, percent, print, times } from "./report.ts";
import { startToAnswer } from "./start.ts";

const RUNS = 5;
const root = join(import.meta.dirname, "..");
const archive = resolve(process.argv[2] ?? process.env.TWIR_CORPUS ?? join(root, "..", "shared", "corpus"));
const dataSet = join(root, "data", "events.json");
const scratch = mkdtempSync(join(tmpdir(), "twir-bench-"));

interface Rebuild {
  readonly ms: number;
  readonly loadMs: number;
  readonly issues: number;
  readonly events: number;
  readonly peakMegabytes: number;
}
type Add = Readonly<Record<"loadMs" | "listMs" | "readMs" | "addMs" | "writeMs", number>>;
type Next = Readonly<Record<"rebuildMs" | "addMs", number>>;
type Warm = readonly Readonly<Record<"remarkMs" | "rebuildMs" | "addMs", number>>[];
type Requests = {
  readonly first: number;
  readonly filters: readonly (Readonly<Record<"events" | "unseen" | "repeated" | "send" | "scratch", number>> & {
    readonly filter: string;
  })[];
};

/** Median of one field over several runs. */
const middle = <T>(runs: readonly T[], field: (run: T) => number): number => median(runs.map(field));

/**
 * The same measures as `warm` in new processes: half of the time is then spent on fresh memory and on code that runs for the
 * first time, which differs by a factor of two between machines. Each round runs both, so that background load affects both;
 * ratios are computed within a round.
 */
async function rebuild(): Promise<void> {
  const turns = await repeat(RUNS, async (run) => ({
    remark: await child<{ ms: number; sections: number }>("remark.ts", archive),
    rebuilt: await child<Rebuild>("rebuild.ts", archive, join(scratch, `rebuilt-${run}.json`)),
  }));
  const [remark, runs] = [turns.map((turn) => turn.remark), turns.map((turn) => turn.rebuilt)];
  const [whole, load, peak] = [
    middle(runs, (r) => r.ms),
    middle(runs, (r) => r.loadMs),
    middle(runs, (r) => r.peakMegabytes),
  ];
  const stages: Growth = await child("growth.ts", archive);
  const faster = middle(turns, (turn) => turn.remark.ms / turn.rebuilt.ms);
  print(
    `Rebuild of ${runs[0]!.issues} issues to ${runs[0]!.events} events in new processes, ${RUNS} alternating rounds`,
    [
      fact(`remark alone over the ${remark[0]!.sections} sections`, ms(middle(remark, (r) => r.ms))),
      fact("read, parse, normalize, merge, write", ms(whole)),
      fact("of that, loading places and corrections", ms(load)),
      fact(
        "by stage, in one more run: parse · normalize · merge",
        `${ms(stages.parse)} · ${ms(stages.normalize)} · ${ms(stages.merge)}`,
      ),
      limited("faster than remark alone", times(faster), faster >= 2, "at least 2×"),
      limited("peak memory", `${peak.toFixed(0)} MB`, peak < 250, "under 250 MB"),
    ],
  );
}

async function addOne(): Promise<void> {
  const folder = join(scratch, "issues");
  mkdirSync(folder);
  const names = (await folderSource(archive).list()).map(({ name }) => name);
  for (const name of names.slice(0, -1)) copyFileSync(join(archive, name), join(folder, name));
  const stored = join(scratch, "stored.json");
  await child("rebuild.ts", folder, stored);
  const together = await repeat(RUNS, (run) =>
    child<Next>("next.ts", folder, archive, join(scratch, `next-${run}.json`)),
  );
  const share = middle(together, (r) => r.addMs / r.rebuildMs);
  const runs = await repeat(RUNS, async (run) => {
    const file = join(scratch, `add-${run}.json`);
    copyFileSync(stored, file);
    const whole = await child<Rebuild>("rebuild.ts", archive, join(scratch, `whole-${run}.json`));
    return { ...(await child<Add>("add.ts", archive, file)), wholeMs: whole.ms };
  });
  const part = (field: keyof Add) => ms(middle(runs, (r) => r[field]));
  const alone = middle(runs, (r) => r.addMs / r.wholeMs);
  print("One new issue into a stored data set: parse, normalize, merge", [
    fact(
      "rebuild of all others · one more issue, in one process",
      `${ms(middle(together, (r) => r.rebuildMs))} · ${ms(middle(together, (r) => r.addMs))}`,
    ),
    limited("share of the rebuild", percent(share), share < 0.05, "under 5 %"),
    fact("in a new process, share of a rebuild in a new process", percent(alone)),
    limited("in a new process", part("addMs"), middle(runs, (r) => r.addMs) < 60, "under 60 ms"),
    fact(
      "additionally: reading and validating the stored data set · writing the new one",
      `${part("readMs")} · ${part("writeMs")}`,
    ),
    fact("loading places and corrections · listing the folder with digests", `${part("loadMs")} · ${part("listMs")}`),
  ]);
}

/** The measures with limits: both kinds of work in one process, as in a program that has been running for a while. */
async function warm(): Promise<void> {
  const turns = await child<Warm>("warm.ts", archive, join(scratch, "warm.json"));
  const [remarkMs, rebuildMs] = [middle(turns, (turn) => turn.remarkMs), middle(turns, (turn) => turn.rebuildMs)];
  const addMs = middle(turns, (turn) => turn.addMs);
  const faster = middle(turns, (turn) => turn.remarkMs / turn.rebuildMs);
  const share = middle(turns, (turn) => turn.addMs / turn.rebuildMs);
  print(`Rebuild compared with remark alone, in one process: ${turns.length} alternating rounds after a warm-up`, [
    fact("remark alone · rebuild · one new issue", `${ms(remarkMs)} · ${ms(rebuildMs)} · ${ms(addMs)}`),
    limited("rebuild faster than remark alone", times(faster), faster >= 2, "at least 2×"),
    limited("one new issue: share of the rebuild", percent(share), share < 0.05, "under 5 %"),
  ]);
}

async function start(): Promise<void> {
  const [empty, health, feed]: [number[], number[], number[]] = [[], [], []];
  // As of the newest issue: on later days the default date range would be empty.
  const { newestIssue } = JSON.parse(readFileSync(join(root, "data", "events.json"), "utf8"));
  const serve = ["src/adapters/twir-calendar.js", "serve", "--port", "0", "--today", newestIssue, "--offline"];
  for (let run = 0; run < RUNS; run++) {
    empty.push(await startToAnswer("/events.ics", ["bench/empty.ts"]));
    health.push(await startToAnswer("/health", serve));
    feed.push(await startToAnswer("/events.ics", serve));
  }
  const limit = 1.5 * median(empty) + 300;
  const within = (what: string, values: readonly number[]) =>
    limited(what, ms(median(values)), median(values) < limit, `under 1.5 × the empty app + 300 ms = ${ms(limit)}`);
  print("From the start of the program to the complete first response", [
    fact("an empty Hono app", ms(median(empty))),
    within("serve, /health", health),
    within("serve, /events.ics", feed),
  ]);
}

async function requests(): Promise<void> {
  const runs = await repeat(3, () => child<Requests>("requests.ts", dataSet));
  const first = middle(runs, (run) => run.first);
  const lines = runs[0]!.filters.flatMap(({ filter, events }, at) => {
    const of = (field: "unseen" | "repeated" | "send" | "scratch") => middle(runs, (run) => run.filters[at]![field]);
    const share = of("unseen") / of("scratch");
    return [
      fact(`${filter}: ${events} events, unseen · from scratch`, `${ms(of("unseen"))} · ${ms(of("scratch"))}`),
      limited("  unseen: share of rendering from scratch", percent(share), share < 0.1, "under 10 %"),
      fact("  repeated · a bare app that sends the same bytes", `${ms(of("repeated"))} · ${ms(of("send"))}`),
    ];
  });
  print("Filtered /events.ics over all years", [
    fact("the first response, which renders all events", ms(first)),
    ...lines,
  ]);
}

async function growth(): Promise<void> {
  const scales = [1, 4, 16];
  const all = await repeat(3, async () => {
    const runs: Growth[] = [];
    for (const scale of scales) runs.push(await child("growth.ts", String(scale)));
    return runs;
  });
  const at = (index: number, stage: keyof Growth) => middle(all, (runs) => runs[index]![stage]);
  const sizes = scales.map((_, index) => at(index, "listings"));
  const nlogn = exponent(
    sizes,
    sizes.map((n) => n * Math.log(n)),
  );
  const stages = ["parse", "normalize", "merge", "query"] as const;
  print(`Growth from ${sizes[0]} to ${sizes.at(-1)} generated listings: t ~ n^e; n log n is e = ${nlogn.toFixed(2)}`, [
    ...stages.map((stage) => {
      const measured = scales.map((_, index) => at(index, stage));
      const [all, last] = [exponent(sizes, measured), exponent(sizes.slice(1), measured.slice(1))];
      const what = `${stage}: ${measured.map(ms).join(", ")}; e over all · the last step`;
      return limited(
        what,
        `${all.toFixed(2)} · ${last.toFixed(2)}`,
        Math.max(all, last) <= nlogn + 0.05,
        "n log n, ± 0.05",
      );
    }),
  ]);
}

/** Unrealistic issues, to detect quadratic growth with the number of events of a day, a page or a group. */
async function shapes(): Promise<void> {
  const sizes = [2_500, 5_000, 10_000, 20_000];
  const stages = ["parse", "normalize", "merge", "query", "answer"] as const;
  const lines = [];
  for (const shape of SHAPES) {
    const runs: Growth[] = [];
    for (const size of sizes) runs.push(await child("growth.ts", shape, String(size)));
    const whole = runs.map((run) => stages.reduce((sum, stage) => sum + run[stage], 0));
    const merged = runs.map(({ merge }) => merge);
    const [all, merge] = [exponent(sizes, whole), exponent(sizes, merged)];
    const what = `${shape}: ${whole.map(ms).join(", ")}; e of all · of merging alone`;
    lines.push(limited(what, `${all.toFixed(2)} · ${merge.toFixed(2)}`, all < 1.2, "under 1.2"));
  }
  print(`Issues of one shape, ${sizes.join(", ")} rows: t ~ n^e from reading them to the first responses`, lines);
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}; medians of runs in separate processes`);
try {
  if (existsSync(archive)) {
    await warm();
    await rebuild();
    await addOne();
  } else {
    console.log(`\nNo folder of issues at ${archive}: skipping rebuild and adding. Pass a folder, or set TWIR_CORPUS.`);
  }
  await start();
  await requests();
  await growth();
  await shapes();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
