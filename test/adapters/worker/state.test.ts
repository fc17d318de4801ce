import { expect, test } from "vitest";
import { kvBook } from "../../../src/adapters/worker/state.ts";
import { FIRST_STATE } from "../../../src/sync/unwatched.ts";
import { fakeKv } from "../store/fake-kv.ts";

const [EARLY, LATE] = ["2025-03-01T00:00:00.000Z", "2025-03-01T01:00:00.000Z"];
const ended = { ...FIRST_STATE, begun: EARLY, ended: EARLY, outcome: "nothing", lastSuccess: EARLY } as const;

test("the sync state is JSON under `sync`", async () => {
  const kv = fakeKv();
  const book = kvBook(kv.connect());
  expect(await book.load()).toBeNull();
  await book.begin(EARLY);
  await book.end(ended);
  expect(await book.load()).toEqual(ended);
  expect(JSON.parse((await kv.connect().get("sync", "text")) ?? "")).toEqual(ended);
});

test("a run that was killed has begun and not ended; the previous state is kept", async () => {
  const kv = fakeKv();
  const book = kvBook(kv.connect());
  await book.begin(EARLY);
  expect(await book.load()).toEqual({ ...FIRST_STATE, begun: EARLY });
  await book.end(ended);
  await book.begin(LATE);
  expect(await book.load()).toEqual({ ...ended, begun: LATE, ended: null });
});

test("a run that began while the clock was ahead does not seem to run forever", async () => {
  const kv = fakeKv();
  const book = kvBook(kv.connect());
  const ahead = { ...ended, begun: "2025-04-10T00:00:00.000Z", ended: "2025-04-10T00:00:00.000Z" };
  await book.begin(ahead.begun);
  await book.end(ahead);
  await book.begin(LATE);
  expect(await book.load()).toEqual({ ...ahead, begun: LATE, ended: null });
  await book.end({ ...ended, begun: LATE, ended: LATE });
  expect(await book.load()).toEqual({ ...ended, begun: LATE, ended: LATE });
});

test.each([
  [{ held: "all of them" }],
  [{ notBefore: 5 }],
  [{ notBefore: "some day" }],
  [{ error: "KV GET failed" }],
  [{ error: { name: "E", message: "m", stack: "s" } }],
  [{ begun: "yesterday" }],
])("a state with %j is ignored", async (more) => {
  const kv = fakeKv();
  await kv.connect().put("sync", JSON.stringify({ ...ended, ...more }));
  expect(await kvBook(kv.connect()).load()).toBeNull();
});

test("unknown fields of other releases are ignored", async () => {
  const kv = fakeKv();
  await kv.connect().put("sync", JSON.stringify({ ...ended, weather: "fine" }));
  await kv.connect().put("sync/begun", "some day");
  expect(await kvBook(kv.connect()).load()).toEqual(ended);
});

test.each(["", "{", "null", "[]", '{"begun":1}'])("what is no state, %j, is as good as nothing", async (text) => {
  const kv = fakeKv();
  await kv.connect().put("sync", text);
  expect(await kvBook(kv.connect()).load()).toBeNull();
});
