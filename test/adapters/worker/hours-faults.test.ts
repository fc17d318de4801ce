import { expect, it } from "vitest";
import type { DataSet } from "../../../src/model/event.ts";
import type { TimesData } from "../../../src/model/times.ts";
import { createRandom } from "../../generate/random.ts";
import { dataOf, outside } from "./organisers.ts";

const world = outside();
type Edge = Awaited<ReturnType<typeof world.worker>>;

/** The response to a new reader. */
async function seen(edge: Edge): Promise<string> {
  const response = await edge.instance()("/events.json");
  expect(response.status).toBe(200);
  return response.text();
}

/** The same from Node. */
async function told(edge: Edge, data: DataSet, times: TimesData | null): Promise<string> {
  return (await edge.whole(data, times).request("/events.json")).text();
}

it.each(["fails", "is cut off, and so is the run,"])(
  "the namespace %s at one operation or another of a run that takes in an issue and reads a calendar: who asks sees one whole version",
  async (how) => {
    const next = await dataOf(9);
    let fault = Number.POSITIVE_INFINITY;
    let done = 0;
    const before = () => {
      if (how === "fails" ? done++ === fault : done++ >= fault) throw new Error("503");
    };
    for (let at = how === "fails" ? 0 : 2; at <= done || at < 4; at += 4) {
      const edge = await world.worker(8, { before });
      world.play(edge.data);
      await edge.run();
      const first = await edge.times();
      edge.publish(9);
      [done, fault] = [0, at];
      await edge.run().catch(() => undefined);
      fault = Number.POSITIVE_INFINITY;
      // Never the events of the new issue without known start times.
      const second = await edge.times();
      const versions = [edge.data, next].flatMap((data) => [first, second].map((times) => told(edge, data, times)));
      expect(await Promise.all(versions), `operation ${at}`).toContain(await seen(edge));
      const operations = done;
      await edge.run(7);
      expect(await seen(edge), `operation ${at}`).toBe(await told(edge, next, await edge.times()));
      done = operations;
    }
    expect(done).toBeGreaterThan(20);
  },
  120_000,
);

it("if everything becomes visible late and in any order, each response is one complete version, and never loses start times", async () => {
  const seed = 7;
  const random = createRandom(seed);
  const edge = await world.worker(8);
  world.play(edge.data);
  const versions = new Set<string>();
  for (const issue of [8, 8, 9, 9]) {
    edge.kv.lag = () => 0;
    edge.publish(issue);
    if (issue === 9) world.play(await dataOf(9));
    await edge.run();
    // What the run stored for the new issue before it read another calendar.
    const times = [...(edge.kv.writes.get("times") ?? [])].map(({ value }) =>
      new TextDecoder().decode(value ?? undefined),
    );
    for (const text of times) versions.add(await told(edge, await dataOf(issue), JSON.parse(text)));
    edge.kv.lag = () => random.int(0, 60_000);
    for (let looks = 0; looks < 12; looks++) {
      edge.kv.clock += 5_000;
      const text = await seen(edge);
      if (edge.kv.writes.get("hours")?.length === 1) versions.add(await told(edge, edge.data, null));
      expect([...versions], `seed ${seed}`).toContain(text);
    }
    versions.delete(await told(edge, edge.data, null));
  }
}, 60_000);
