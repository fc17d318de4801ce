import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DataSet } from "../../src/model/event.ts";
import { FORMATS } from "../../src/render/formats.ts";
import { median } from "../child.ts";
import { fact, limited, ms, print } from "../report.ts";
import { type Backend, startBackend } from "./backend.ts";
import { ask, cpuOf } from "./gauge.ts";
import { measureHours } from "./hours.ts";
import { measureSync } from "./sync.ts";
import { bundle, type Fresh, startWorkerd } from "./workerd.ts";

const COLD_RUNS = 9;
const REGION = "/regions/europe";
const FILTERS = [
  "",
  "mode=in-person",
  "mode=hybrid,virtual",
  "country=DE,CH,AT",
  "q=rust+meetup",
  "days=14",
  "city=berlin",
  "multiday=true",
  "near=52.52,13.4&radius=500",
  "limit=20",
];
const paths = ["", ...FORMATS.map((format) => `.${format}`)].flatMap((ending) =>
  FILTERS.map((filter) => `${REGION}${ending}${filter === "" ? "" : `?${filter}`}`),
);

const data: DataSet = JSON.parse(readFileSync(new URL("../../data/events.json", import.meta.url), "utf8"));
// No calendars are read except where that is measured.
const texts = { TODAY: data.newestIssue ?? "", SITE_URL: "https://calendar.example", TIMES: "no" };
const folder = bundle(mkdtempSync(join(tmpdir(), "twir-worker-")));
const backend = await startBackend();

const fresh: Fresh = async (sockets, use, more = {}) => {
  const running = await startWorkerd(folder, backend, sockets, { ...texts, ...more });
  try {
    return await use(running);
  } finally {
    await running.stop();
  }
};

async function answered(port: number | undefined, path: string): Promise<number> {
  const { ms: taken, status } = await ask(port ?? 0, path);
  if (status !== 200) throw new Error(`${path}: ${status}`);
  return taken;
}

/**
 * From the start of a process to its first response, including evaluation of the script, minus the time until workerd listens.
 */
async function coldStart(store: Backend): Promise<void> {
  const [empty, feed, cached]: [number[], number[], number[]] = [[], [], []];
  const timeOf = async (socket: string, path: string) => {
    const begun = performance.now();
    return fresh([socket], async ({ ports }) => {
      await answered(ports[socket], path);
      return performance.now() - begun;
    });
  };
  await timeOf("app", "/");
  for (let run = 0; run < COLD_RUNS; run++) {
    empty.push(await timeOf("empty", "/"));
    store.clear();
    feed.push(await timeOf("app", "/events.ics"));
    cached.push(await timeOf("app", "/events.ics"));
  }
  const more = median(feed) - median(empty);
  print(`Cold start, from the start of workerd to the complete first response, median of ${COLD_RUNS}`, [
    fact("an empty Hono Worker", ms(median(empty))),
    fact("/events.ics, nothing cached anywhere", ms(median(feed))),
    fact("/events.ics from the edge's cache", ms(median(cached))),
    limited("more than the empty Worker", ms(more), more < 150, "under 150 ms"),
  ]);
}

async function requests(store: Backend): Promise<void> {
  const [first, anew, edge, again, empty]: number[][] = [[], [], [], [], []];
  let [cpuAnew, cpuAgain] = [0, 0];
  const loop = async (into: number[] | undefined, port: number | undefined, list: readonly string[]) => {
    for (const path of list) into?.push(await answered(port, path));
  };
  for (let run = 0; run < 3; run++) {
    store.clear();
    await fresh(["app", "empty"], async ({ ports, pid }) => {
      await loop([], ports.empty, paths);
      await loop(empty, ports.empty, paths);
      first?.push(await answered(ports.app, `${REGION}.ics?mode=virtual`));
      const begun = cpuOf(pid);
      await loop(anew, ports.app, paths);
      const rendered = cpuOf(pid);
      for (let turn = 0; turn < 5; turn++) await loop(again, ports.app, paths);
      cpuAnew += (rendered - begun) / paths.length / 3;
      cpuAgain += (cpuOf(pid) - rendered) / paths.length / 5 / 3;
    });
    await fresh(["app", "empty"], async ({ ports }) => {
      await loop(edge, ports.app, paths);
    });
  }
  const net = (values: readonly number[] | undefined) => median(values ?? []) - median(empty ?? []);
  const most = (values: readonly number[] | undefined) => Math.max(...(values ?? [])) - median(empty ?? []);
  const text = (values: readonly number[] | undefined) => `${ms(net(values))}, at most ${ms(most(values))}`;
  print(
    `Requests for ${REGION}: ${paths.length} of ${FORMATS.length + 1} formats and ${FILTERS.length} filters, less an empty Worker's`,
    [
      fact("an empty Hono Worker", ms(median(empty ?? []))),
      fact("the first of an instance, rendered", ms(net(first))),
      limited("rendered again", text(anew), net(anew) < 10, "median under 10 ms"),
      fact("rendered again, CPU of the whole process, its compiler and collector included, mean", ms(cpuAnew)),
      limited("from the edge's cache, by an instance that is new", text(edge), net(edge) < 10, "median under 10 ms"),
      limited("from the instance's memory", text(again), net(again) < 10, "median under 10 ms"),
      fact("from the instance's memory, CPU of the whole process, mean", ms(cpuAgain)),
    ],
  );
}

try {
  await coldStart(backend);
  await requests(backend);
  await measureSync(backend, data, fresh);
  await measureHours(backend, data, fresh);
} finally {
  backend.close();
  rmSync(folder, { recursive: true, force: true });
}
