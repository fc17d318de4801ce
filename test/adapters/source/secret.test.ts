import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { githubSource } from "../../../src/adapters/source/github.ts";
import { SettingRefused, SourceUnreachable } from "../../../src/ports.ts";
import { answer, type FakeGitHub, fakeGitHub, status, type Trouble } from "./fake-github.ts";

const TOKEN = "ghp_q7Rw/Zt+0123456789";
/** As old tokens were, and commits are. */
const HEX = "0123456789abcdef0123456789abcdef01234567";
const COMMIT = "f".repeat(40);

let github: FakeGitHub;
beforeAll(async () => {
  github = await fakeGitHub({ "content/2025-01-01-x.md": "# x" });
});
beforeEach(() => {
  github.calm();
  github.headers.length = 0;
  github.requests.length = 0;
});
afterAll(() => github.close());

/** Lists the issues and reads the first; returns everything that is stored and logged. */
async function told(token: string): Promise<{ readonly error: unknown; readonly text: string }> {
  const texts: string[] = [];
  const source = githubSource({
    repository: "o/r",
    api: github.url,
    raw: github.url,
    token,
    tries: 2,
    firstWaitMs: 1,
    memory: { load: async () => null, save: async (text) => void texts.push(text) },
    log: { warn: (message) => void texts.push(message) },
  });
  const error = await source
    .list()
    .then(async ([file]) => file && (await source.read(file)))
    .then(
      () => null,
      (reason: unknown) => reason,
    );
  return { error, text: [...texts, String((error as Error | null)?.stack), JSON.stringify(error)].join("\n") };
}

const said =
  (text: string): Trouble =>
  (_, response) => {
    response.statusMessage = text;
    response.writeHead(401, { etag: `"${text}"`, "x-token": text, "www-authenticate": `Bearer ${text}` }).end(text);
  };
const etag =
  (text: string): Trouble =>
  (_, response) =>
    response.writeHead(200, { etag: `W/"${text}"` }).end(COMMIT);
const listing = (path: string) =>
  answer(JSON.stringify({ truncated: false, tree: [{ path, type: "blob", sha: COMMIT }] }));
const leading = (location: string) => status(302, { location });

describe("a token that GitHub repeats is neither shown nor stored", () => {
  test.each<[string, string, string, (token: string) => Trouble]>([
    ["a status", "/commits/", TOKEN, said],
    ["a status of an issue", "/o/r/", TOKEN, said],
    ["an answer", "/commits/", TOKEN, answer],
    ["a listing", "/git/trees/", TOKEN, answer],
    ["an ETag", "/commits/", TOKEN, etag],
    ["the id of a commit", "/commits/", HEX, answer],
    ["the name of an issue", "/git/trees/", HEX, (token) => listing(`content/2025-01-01-${token}.md`)],
    ["a name that no file can have", "/git/trees/", HEX, (token) => listing(`content/../${token}`)],
    ["an address", "/commits/", TOKEN, (token) => leading(`/${token}?${token}`)],
    ["an address that is none", "/commits/", TOKEN, (token) => leading(`//${token}:${token}@[`)],
    ["a user's name", "/commits/", TOKEN, (token) => leading(`http://${encodeURIComponent(token)}:x@127.0.0.1:1/`)],
    ["an address of another kind", "/commits/", TOKEN, (token) => leading(`data:text/plain,${token}`)],
  ])("as %s at %s", async (_, part, token, trouble) => {
    github.trouble(part, ...Array.from({ length: 9 }, () => trouble(token)));
    const { error, text } = await told(token);
    expect(error).toBeInstanceOf(SourceUnreachable);
    expect((error as Error).message).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\S+: \w/);
    for (const each of [token, encodeURIComponent(token), "q7Rw"]) expect(text).not.toContain(each);
  });

  test("the token is not sent to another host after a redirect", async () => {
    const headers: IncomingHttpHeaders[] = [];
    const other = createServer((request, response) => {
      headers.push(request.headers);
      response.end(COMMIT);
    });
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    github.trouble("/commits/", leading(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`));
    await told(TOKEN);
    await new Promise((resolve) => other.close(resolve));
    expect(headers).toHaveLength(1);
    expect(JSON.stringify(headers)).not.toMatch(/q7Rw|authorization/);
    expect(github.headers[0]?.authorization).toBe(`Bearer ${TOKEN}`);
  });

  test("circular redirects are followed a few times", async () => {
    github.trouble("/", ...Array.from({ length: 99 }, () => leading("/again")));
    expect((await told(TOKEN)).error).toMatchObject({
      message: expect.stringMatching(/: redirects more than 5 times$/),
    });
    expect(github.requests).toHaveLength(6);
  });
});

test.each([
  "q7Rwx\nq7Rwy",
  "q7Rwx\r\nx-evil: q7Rwy",
  "q7Rw\0",
  "q7Rw\u007f",
  "q7Rwö",
  "q7Rw🦀",
  "q7Rw\ud800",
  "q7Rw q7Rw",
  "q7Rw".repeat(2_000),
])("a token that is not valid in a header is rejected before sending anything: %j", async (token) => {
  const { error, text } = await told(token);
  expect(error).toBeInstanceOf(SettingRefused);
  expect(text).toMatch(/^SettingRefused: GITHUB_TOKEN takes /m);
  expect(text).not.toContain("q7Rw");
  expect(github.headers).toEqual([]);
});

test.each(["", " \n", undefined as unknown as string])("no token, %j, is none", async (token) => {
  expect((await told(token)).error).toBeNull();
  expect(github.headers.every(({ authorization }) => authorization === undefined)).toBe(true);
});

test.each([" ", "\n", "\r\n", "\t"])("a blank at its end, %j, is none of a token", async (blank) => {
  expect((await told(`${TOKEN}${blank}`)).error).toBeNull();
  expect(github.headers.map(({ authorization }) => authorization)).toEqual([
    `Bearer ${TOKEN}`,
    `Bearer ${TOKEN}`,
    undefined,
  ]);
});
