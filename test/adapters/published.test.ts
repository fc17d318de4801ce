import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { clockAt } from "../../src/adapters/clock.ts";
import { publicationOf, publishedIn } from "../../src/adapters/publish.ts";
import { fileStore } from "../../src/adapters/store/file.ts";
import { timedStore } from "../../src/adapters/store/timed.ts";
import { fileTimes } from "../../src/adapters/times/file.ts";
import { createApp } from "../../src/http/app.ts";

const store = timedStore(fileStore("data/events.json"), fileTimes("data/times.json"));
const data = await store.read();
const site = { url: JSON.parse(readFileSync("feeds/index.json", "utf8")).url ?? "", domain: "twir-calendar" };
const app = createApp({ store, clock: clockAt(data.newestIssue!), site });
const published = await publishedIn("feeds");

describe("feeds/", () => {
  test("is what this release writes: every file, and no other", async () => {
    const files = await publicationOf(app, data, site.url, published);
    expect(published.toSorted()).toEqual([...files.keys()].filter((path) => path !== "index.json").sort());
    const others = await readdir("feeds", { recursive: true, withFileTypes: true });
    expect(others.filter((entry) => entry.isFile())).toHaveLength(files.size);
    for (const [path, bytes] of files)
      expect(Buffer.compare(readFileSync(`feeds/${path}`), bytes), `feeds/${path} differs: run "npm run feeds"`).toBe(
        0,
      );
  });

  test.each(published)("%s has the same bytes as the app on that path, as of the newest issue", async (path) => {
    const response = await app.request(`/${path.split("/").map(encodeURIComponent).join("/")}`);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(readFileSync(`feeds/${path}`))).toBe(true);
  });
});
