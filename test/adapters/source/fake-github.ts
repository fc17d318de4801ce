import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Responds to one request in place of the normal response. */
export type Trouble = (request: IncomingMessage, response: ServerResponse) => void;

export interface FakeGitHub {
  readonly url: string;
  /** `GET /path -> status` of every request, in order. */
  readonly requests: string[];
  /** Headers of every request. */
  readonly headers: IncomingMessage["headers"][];
  /** What the newest commit holds; a change is a new commit. */
  files: Record<string, string>;
  /** For the next requests whose path contains `part`, one each, in order. */
  trouble(part: string, ...answers: Trouble[]): void;
  /** Forgets all trouble that has not come yet. */
  calm(): void;
  close(): Promise<void>;
}

/** A server on this machine that speaks as much of GitHub's protocol as reading a repository takes. */
export async function fakeGitHub(files: Record<string, string>): Promise<FakeGitHub> {
  const troubles: { part: string; answer: Trouble }[] = [];
  const commits = new Map<string, Record<string, string>>();
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    response.on("close", () =>
      fake.requests.push(`${path} -> ${response.headersSent ? response.statusCode : "nothing"}`),
    );
    fake.headers.push(request.headers);
    const next = troubles.findIndex(({ part }) => path.includes(part));
    if (next >= 0) return troubles.splice(next, 1)[0]?.answer(request, response);
    usual(path, request, response);
  });

  function usual(path: string, request: IncomingMessage, response: ServerResponse) {
    const commit = createHash("sha1").update(JSON.stringify(fake.files)).digest("hex");
    commits.set(commit, fake.files);
    const [, tree] = /^\/repos\/o\/r\/git\/trees\/(\w+)\?recursive=1$/.exec(path) ?? [];
    const [, at, name] = /^\/o\/r\/(\w+)\/((?:content|draft)\/.+)$/.exec(path) ?? [];
    const text = at && name ? commits.get(at)?.[decodeURIComponent(name)] : undefined;
    if (path === "/repos/o/r/commits/HEAD") {
      const etag = `W/"${commit}"`;
      if (request.headers["if-none-match"] === etag) return response.writeHead(304, { etag }).end();
      if (request.headers.accept !== "application/vnd.github.sha") return response.writeHead(415).end();
      return response.writeHead(200, { etag }).end(commit);
    }
    const listed = tree ? commits.get(tree) : undefined;
    if (listed) {
      const entries = Object.entries(listed).map(([name, content]) => ({
        path: name,
        mode: "100644",
        type: "blob",
        size: Buffer.byteLength(content),
        sha: createHash("sha1")
          .update(`blob ${Buffer.byteLength(content)}\0${content}`)
          .digest("hex"),
      }));
      const folder = { path: "content", mode: "040000", type: "tree", sha: "0".repeat(40) };
      return response.writeHead(200).end(JSON.stringify({ sha: tree, truncated: false, tree: [folder, ...entries] }));
    }
    return text === undefined ? response.writeHead(404).end("404: Not Found") : response.writeHead(200).end(text);
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const fake: FakeGitHub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    headers: [],
    files,
    trouble(part, ...answers) {
      troubles.push(...answers.map((answer) => ({ part, answer })));
    },
    calm() {
      troubles.length = 0;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return fake;
}

/** Answers with `status` and nothing else. */
export function status(code: number, headers: Record<string, string> = {}): Trouble {
  return (_, response) => response.writeHead(code, headers).end();
}

/** Answers 200 with `body`. */
export function answer(body: string | Uint8Array): Trouble {
  return (_, response) => response.writeHead(200).end(body);
}

/** Promises more bytes than it sends, then hangs up. */
export const truncated: Trouble = (_, response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.write("# This Week", () => response.destroy());
};

/** Sends the start of a body and then nothing more. */
export const slow: Trouble = (_, response) => {
  response.writeHead(200, { "content-length": "1000" }).write("#");
};

/** Hangs up before any answer. */
export const hangUp: Trouble = (request) => request.socket.destroy();

/** Issues as files of the newsletter's repository. */
export function contentsOf(
  issues: readonly { readonly name: string; readonly text: string }[],
): Record<string, string> {
  return Object.fromEntries(issues.map(({ name, text }) => [`content/${name}`, text]));
}

/** Options that make the program use this server. */
export function askingOf({ url }: FakeGitHub): string[] {
  return ["--repository", "o/r", "--api", url, "--raw", url];
}
