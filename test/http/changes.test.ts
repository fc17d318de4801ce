import { parseAtomFeed } from "feedsmith";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { dataSet, event } from "../render/events.ts";
import { appOver, SITE } from "./service.ts";

const HOSTILE = `<script>alert(1)</script> & "quotes" \u0001 مرحبا 👩‍🚀`;
const ISSUES = ["2026-03-04", "2026-03-11"].map((issue, at) => ({
  issue,
  number: 640 + at,
  file: "",
  blob: "",
  listings: 1,
}));
const data = dataSet(
  [
    event({
      id: "moved",
      title: HOSTILE,
      url: "javascript:alert(1)",
      history: [
        { issue: "2026-03-11", field: "title", from: "Before", to: HOSTILE },
        { issue: "2026-03-11", field: "url", from: "https://a.example/", to: "javascript:alert(1)" },
      ],
    }),
    event({ id: "other", created: "2026-03-11" }),
  ],
  { issues: ISSUES, newestIssue: "2026-03-11" },
);
const app = appOver(data);

interface Changes {
  readonly self: string;
  readonly next: string | null;
  readonly issues: readonly {
    readonly issue: string;
    readonly events: readonly { readonly id: string; readonly kinds: readonly string[]; readonly url: string | null }[];
  }[];
}

const jsonAt = async (path: string) => (await (await app.request(path)).json()) as Changes;

function parsed(xml: string) {
  const strict = new SaxesParser({ xmlns: true });
  strict.on("error", (error) => {
    throw error;
  });
  strict.write(xml).close();
  return parseAtomFeed(xml);
}

describe("/changes", () => {
  test("lists the changes of each issue as JSON, without unsafe links", async () => {
    const { self, next, issues } = await jsonAt("/changes.json");
    expect(self).toBe(`${SITE.url}/changes.json`);
    expect(next).toBeNull();
    expect(issues.map(({ issue, events }) => [issue, events.map(({ id, kinds }) => [id, kinds])])).toEqual([
      [
        "2026-03-11",
        [
          ["other", ["new"]],
          ["moved", ["retitled", "relinked"]],
        ],
      ],
      ["2026-03-04", [["moved", ["new"]]]],
    ]);
    expect(issues[0]?.events[1]?.url).toBeNull();
    expect(JSON.stringify(issues)).not.toContain("javascript:");
  });

  test("is an Atom feed with permanent entry ids", async () => {
    const response = await app.request("/changes.atom");
    expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const { id, entries = [] } = parsed(await response.text());
    expect(id).toBe("tag:uid.example,2026:changes");
    expect(entries.map((entry) => entry.id)).toEqual([
      "tag:uid.example,2026:event/other/changes/2026-03-11",
      "tag:uid.example,2026:event/moved/changes/2026-03-11",
      "tag:uid.example,2026:event/moved/changes/2026-03-04",
    ]);
    expect(entries.map(({ updated }) => updated)).toEqual([
      "2026-03-11T00:00:00Z",
      "2026-03-11T00:00:00Z",
      "2026-03-04T00:00:00Z",
    ]);
    expect(entries[2]?.title).toEqual({ value: "New: Before (2026-03-10)" });
    expect(entries[1]?.content?.value).toContain("&lt;script&gt;");
    expect(JSON.stringify(entries)).not.toContain("javascript:");
  });

  test("does not change entries when issues are added", async () => {
    const later = dataSet(
      data.events.map((one) => ({
        ...one,
        title: "Later",
        history: [...one.history, { issue: "2026-03-18", field: "title", from: one.title, to: "Later" } as const],
      })),
      { issues: ISSUES, newestIssue: "2026-03-18" },
    );
    const entriesOf = async (from: typeof app) =>
      (await (await from.request("/changes.atom")).text()).match(/<entry>[\s\S]*?<\/entry>/g) ?? [];
    const [before, after] = [await entriesOf(app), await entriesOf(appOver(later))];
    expect(before).toHaveLength(3);
    expect(after.slice(2)).toEqual(before);
  });

  test("is a page with a link to older issues", async () => {
    const response = await app.request("/changes?limit=1");
    const page = await response.text();
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(page).toContain("&lt;script&gt;alert(1)");
    expect(page).not.toContain('href="javascript:');
    const next = /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(await (await app.request(next)).text()).toContain("issue-2026-03-04");
    expect(response.headers.get("link")).toContain('rel="next"');
  });

  test.each([
    ["/changes.json?x=1", 400],
    ["/changes.json?country=XX", 400],
    ["/changes.ics", 404],
    ["/changes/x", 404],
  ])("%s is refused", async (path, status) => {
    const response = await app.request(path);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });
});
