import { expect, it } from "vitest";
import { VIEWS, type View } from "../../src/render/formats.ts";
import { addressesIn, notRfc3986 } from "../render/addresses.ts";
import { app } from "./documented.ts";

/** Every event there is, in the pages' portions. */
const ALL = "?from=2013-01-01&limit=1000";
const PAGES = ["/", "/feeds", "/feeds.json", "/changes", "/changes.json?from=2013-01-01&limit=1000", "/changes.atom"];

/** What stands at `path`, and at all that its `next` leads to: every address in the body and in Link. */
async function addressesAt(path: string, view: View): Promise<readonly string[]> {
  const found: string[] = [];
  for (let at: string | undefined = path; at !== undefined; ) {
    const response: Response = await app.request(at);
    if (response.status !== 200) throw new Error(`${at}: ${response.status}`);
    const links = [...(response.headers.get("link") ?? "").matchAll(/<([^>]*)>(; rel="next")?/g)];
    for (const [, address] of links) found.push(address!);
    for (const address of addressesIn(view, await response.text())) found.push(address);
    at = links.find(([, , next]) => next !== undefined)?.[1];
  }
  return found;
}

it.each(VIEWS)("every URL of every event in the data set conforms to RFC 3986: %s", async (view) => {
  const path = view === "html" ? `/events${ALL}` : `/events.${view}${ALL}`;
  const found = await addressesAt(path, view);
  expect(found.length).toBeGreaterThan(5_000);
  expect(found.filter(notRfc3986)).toEqual([]);
});

it.each(PAGES)("every URL in %s conforms to RFC 3986", async (path) => {
  const view = /\.(json|atom)/.exec(path)?.[1] as View | undefined;
  const found = await addressesAt(path, view ?? "html");
  expect(found.length).toBeGreaterThan(10);
  expect(found.filter(notRfc3986)).toEqual([]);
});
