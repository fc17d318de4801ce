import { describe, expect, it } from "vitest";
import { servedVersion } from "../../../src/adapters/times/codec.ts";
import { health, idOf, timedIn, told } from "./asked.ts";
import { dataOf, outside } from "./organisers.ts";

const world = outside();

describe("an invalid times value", () => {
  it("is reported, stops reading calendars, and does not remove start times", async () => {
    const edge = await world.reader(9);
    const before = await told(edge.instance(), "/events.ics");
    await edge.kv.connect().put("times", "{");
    world.server.log.length = 0;
    await edge.run(48);
    expect(world.server.log).toEqual([]);
    expect(world.said.join("\n")).toMatch(
      /cannot update start times, retrying in the next run: times: is not valid JSON/,
    );
    const ask = edge.instance();
    expect(await told(ask, "/events.ics")).toEqual(before);
    expect(await (await ask("/health")).json()).toMatchObject({
      status: "degraded",
      times: { trouble: expect.stringMatching(/^times: is not valid JSON/) },
    });
    expect((await ask(`/events/${idOf(edge.read)}`)).status).toBe(200);
    expect(await edge.kv.connect().get("times", "text")).toBe("{");
  });

  it("makes issues added in the meantime all-day", async () => {
    const edge = await world.worker(8);
    await edge.kv.connect().put("times", "{}");
    edge.publish(9);
    await edge.run();
    const plain = edge.whole(await dataOf(9), null);
    expect(await told(edge.instance(), "/events.ics")).toEqual(
      await told((path) => plain.request(path), "/events.ics"),
    );
    expect((await (await edge.instance()("/health")).json()).status).toBe("degraded");
  });
});

it("drafts are shown with known start times", async () => {
  const edge = await world.reader(8, { more: { DRAFT: "yes" } });
  const [ask, plain] = [edge.instance(), edge.instance({ DRAFT: "no" })];
  const totals = async () => {
    edge.pass(60);
    const [both, published] = await Promise.all(
      [ask, plain].map(async (each) => (await (await each("/events.json")).json()).total),
    );
    return both - published;
  };
  expect(await totals()).toBe(0);
  edge.publish(9, "draft");
  const later = edge.data.events.map((event) => ({ ...event, id: `${event.id}y` }));
  for (const change of [() => undefined, () => world.play({ ...edge.data, events: later })]) {
    change();
    await edge.run(21);
    await edge.run();
    expect(await totals()).toBeGreaterThan(0);
    const [{ version }, hours] = [await health(ask), await health(plain)];
    expect(version.split("+")[0]).not.toBe(edge.data.version);
    expect(version.split("+")[1]).toBe(servedVersion(await edge.times()));
    expect(hours.version).toBe(`${edge.data.version}+${servedVersion(await edge.times())}`);
    expect(await timedIn(ask)).toBe(await timedIn(plain));
  }
});

it("an instance keeps using the list of versions while it is unreadable", async () => {
  let fails = false;
  const before = (operation: string) => {
    if (fails && operation === "get hours") throw new Error("503");
  };
  const edge = await world.reader(9, { before });
  const ask = edge.instance();
  const first = await told(ask, "/events.ics");
  fails = true;
  edge.pass(60);
  expect(await told(ask, "/events.ics")).toEqual(first);
  expect(await (await ask("/health")).json()).toMatchObject({ version: expect.stringMatching(/\+/), trouble: null });
  // Other instances serve the deployed edition, without an error.
  expect((await edge.instance()("/events.ics")).status).toBe(200);
});
