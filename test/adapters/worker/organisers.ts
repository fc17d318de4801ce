import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { timedStore } from "../../../src/adapters/store/timed.ts";
import { decodeTimes } from "../../../src/adapters/times/codec.ts";
import type { Bindings } from "../../../src/adapters/worker/bindings.ts";
import program from "../../../src/adapters/worker.ts";
import { createApp } from "../../../src/http/app.ts";
import type { DataSet } from "../../../src/model/event.ts";
import type { TimesData } from "../../../src/model/times.ts";
import { SITE } from "../../http/service.ts";
import { comingOf, playOrganisers } from "../../times/newest.ts";
import { type Replay, replay } from "../../times/replay/server.ts";
import { type FakeGitHub, fakeGitHub } from "../source/fake-github.ts";
import type { Hook } from "../store/fake-kv.ts";
import { edge } from "./edge.ts";
import { built, issuesOf } from "./newsletter.ts";

const HOUR = 3_600_000;
const texts = Object.entries(issuesOf(1, 9));

/** The first `issues` of the newsletter: name → text. Those of the newest have four groups on Meetup ahead. */
const issues = (count: number) => Object.fromEntries(texts.slice(0, count));

/** The data set of the first `issues`, each worked out once. */
export async function dataOf(count: number): Promise<DataSet> {
  const data = known.get(count) ?? (await built(issues(count)));
  known.set(count, data);
  return data;
}
const known = new Map<number, DataSet>();

/** The newsletter's repository and the organisers' hosts, for the tests of one file. */
export function outside() {
  let server: Replay;
  let github: FakeGitHub;
  const said: string[] = [];
  beforeAll(async () => {
    [server, github] = [await replay(), await fakeGitHub({})];
    vi.useFakeTimers({ toFake: ["Date"] });
    for (const how of ["log", "warn"] as const)
      vi.spyOn(console, how).mockImplementation((message) => void said.push(message));
  });
  beforeEach(() => {
    server.clear();
    server.log.length = 0;
    github.calm();
    github.requests.length = 0;
    said.length = 0;
  });
  afterAll(async () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    await Promise.all([server.close(), github.close()]);
  });
  /** A Worker that follows both: `known` issues are deployed and published, with `times` if given. */
  async function worker(
    known: number,
    given: { times?: TimesData | null; more?: Partial<Bindings>; before?: Hook } = {},
  ) {
    const data = await dataOf(known);
    const today = data.newestIssue ?? "";
    const bound: Partial<Bindings> = {
      TODAY: today,
      GITHUB_REPOSITORY: "o/r",
      GITHUB_API: github.url,
      GITHUB_RAW: github.url,
      TIMES_VIA: server.via,
      ...given.more,
    };
    const around = await edge(data, bound, given.times ?? null, given.before);
    const publish = (count: number, draft?: "draft") => {
      const names = Object.entries(issues(count)).map(([name, text], at) => {
        const isDraft = draft !== undefined && at === count - 1;
        return [`${isDraft ? "draft" : "content"}/${name}`, text];
      });
      github.files = Object.fromEntries(names);
    };
    publish(known);
    vi.setSystemTime(`${today}T12:00:00Z`);
    return {
      ...around,
      data,
      /** Sets the number of issues of the newsletter; the last one may be a draft. */
      publish,
      /** A cron run, the given number of hours later. */
      async run(hours = 1) {
        vi.setSystemTime(Date.now() + hours * HOUR);
        around.kv.clock = Date.now();
        await program.scheduled(null, around.bindings);
      },
      /** What the namespace keeps of organisers. */
      async times() {
        const text = await around.kv.connect().get("times", "text");
        return text === null ? null : decodeTimes(text, "times");
      },
      /** The program on Node, over `data` with `times`. */
      whole(data: DataSet, times: TimesData | null) {
        const store = timedStore(memoryStore(data), { read: async () => times, replace: async () => undefined });
        const site = { url: SITE.url, domain: "twir-calendar" };
        return createApp({ store, clock: { today: () => today }, site });
      },
    };
  }

  const play = (data: DataSet) => void playOrganisers(server, comingOf(data));

  return {
    /** What Workers logged. */
    said,
    get server() {
      return server;
    },
    get github() {
      return github;
    },
    worker,
    /** One whose second run has read all calendars. */
    async reader(...given: Parameters<typeof worker>) {
      const edge = await worker(...given);
      play(edge.data);
      await edge.run();
      await edge.run();
      const read = await edge.times();
      if (read === null) throw new Error("nothing was read");
      return { ...edge, read };
    },
    /** From now on every group has a calendar with those of its events that are ahead. */
    play,
  };
}
