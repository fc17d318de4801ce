import { describe, expect, it } from "vitest";
import { status, type Trouble } from "../source/fake-github.ts";
import { outside } from "./organisers.ts";

const world = outside();
const TOKEN = "ghp_q7Rw/Zt+0123456789";

type Edge = Awaited<ReturnType<typeof world.worker>>;

/** Everything that a Worker logs, stores, responds, and sends to organisers' hosts. */
async function everything(edge: Edge): Promise<string> {
  const kept = [...edge.kv.writes].flatMap(([key, writes]) => [
    key,
    ...writes.map(({ value }) => new TextDecoder().decode(value ?? undefined)),
  ]);
  const ask = edge.instance();
  const paths = ["/health", "/", "/events.json", "/nothing", "/events.ics?x=1"];
  const answers = await Promise.all(paths.map(async (path) => (await ask(path)).text()));
  return [...kept, ...answers, ...world.said, JSON.stringify(world.server.log)].join("\n");
}

const repeating: Trouble = (_, response) => {
  response.statusMessage = TOKEN;
  response.writeHead(401, { etag: `"${TOKEN}"` }).end(TOKEN);
};

describe("the token of a Worker", () => {
  it("appears only in requests to GitHub's API", async () => {
    const edge = await world.worker(8, { more: { GITHUB_TOKEN: `${TOKEN}\n` } });
    world.play(edge.data);
    for (const trouble of [repeating, status(302, { location: `/${encodeURIComponent(TOKEN)}` })]) {
      world.github.trouble("/commits/", trouble);
      await edge.run();
      expect(await (await edge.instance()("/health")).json()).toMatchObject({ sync: { outcome: "failed" } });
    }
    edge.publish(9);
    await edge.run();
    expect(world.github.headers.some(({ authorization }) => authorization === `Bearer ${TOKEN}`)).toBe(true);
    const all = await everything(edge);
    expect(all).toContain("twir-calendar/1.2.3");
    for (const part of ["q7Rw", encodeURIComponent(TOKEN), "authorization"]) expect(all).not.toContain(part);
  });

  it.each(["q7Rwx\nq7Rwy", "q7Rw\0", "q7Rwö", "q7Rw".repeat(2_000)])(
    "that no header carries is refused, and told by its name alone: %j",
    async (token) => {
      const edge = await world.worker(8, { more: { GITHUB_TOKEN: token } });
      await edge.run();
      const { status: isWell, sync } = await (await edge.instance()("/health")).json();
      expect([isWell, sync.error]).toEqual([
        "degraded",
        { name: "SettingRefused", message: expect.stringMatching(/^GITHUB_TOKEN takes /) },
      ]);
      expect(world.github.requests).toEqual([]);
      expect(await everything(edge)).not.toContain("q7Rw");
    },
  );
});

describe("what others say", () => {
  const text = `Bearer ${TOKEN}: KV GET failed`;

  it.each(["get current", "get sync", "get times", "get hours", "put current", "put data/", "list data/"])(
    "of %s stands in no answer, and without the token in the log",
    async (operation) => {
      let fails = false;
      const before = (each: string) => {
        if (fails && each.startsWith(operation)) throw new Error(text);
      };
      const edge = await world.worker(8, { before, more: { GITHUB_TOKEN: TOKEN } });
      world.play(edge.data);
      edge.publish(9);
      fails = true;
      await edge.run();
      const all = await everything(edge);
      expect(all).not.toContain("q7Rw");
      expect(world.said.join("\n")).toMatch(/\*\*\*: KV GET failed/);
      expect(await (await edge.instance()("/health")).text()).not.toContain("KV GET");
    },
  );
});

it("a contact that is not valid in a header stops reading calendars, and is logged", async () => {
  const edge = await world.worker(8, { more: { SITE_URL: "https://calendar.example\u0007" } });
  world.play(edge.data);
  await edge.run();
  expect(world.server.log).toEqual([]);
  expect(world.said.join("\n")).toMatch(/cannot update start times, retrying in the next run: SITE_URL takes /);
});
