import { expect, it } from "vitest";
import { clockAt } from "../../src/adapters/clock.ts";
import { fileStore } from "../../src/adapters/store/file.ts";
import { createApp } from "../../src/http/app.ts";

it.each([
  ["/", 60_000],
  ["/events", 300_000],
])("the real %s has at most %i bytes", async (path, most) => {
  const store = fileStore("data/events.json");
  const { newestIssue } = await store.read();
  const site = { url: "https://site.example", domain: "uid.example" };
  const response = await createApp({ store, clock: clockAt(newestIssue!), site }).request(path);
  expect(response.status).toBe(200);
  expect((await response.arrayBuffer()).byteLength).toBeLessThan(most);
});
