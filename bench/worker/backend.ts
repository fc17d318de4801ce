import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What stands around a Worker, on a port of its own each, all in memory. */
export interface Backend {
  readonly kv: number;
  readonly cache: number;
  readonly newsletter: number;
  /** Milliseconds that requests to the namespace and the newsletter took here, and their number. */
  readonly spent: { ms: number; requests: number };
  /** Requests to the newsletter. */
  readonly asked: { newsletter: number };
  /** The newsletter's files: git blob ids by name. */
  files: Readonly<Record<string, string>>;
  /** Texts of files by name. */
  texts: Readonly<Record<string, string>>;
  /** Forgets what is stored and cached. */
  clear(): void;
  close(): void;
}

/** Speaks as much of the protocols of KV, the Cache API and GitHub as workerd and the sync need. */
export async function startBackend(): Promise<Backend> {
  const stored = new Map<string, { readonly value: Buffer; readonly metadata: string | undefined }>();
  const cached = new Map<string, Buffer>();

  async function kv(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://kv");
    const key = decodeURIComponent(url.pathname.slice(1));
    const body = await bodyOf(request);
    if (request.method === "PUT") {
      stored.set(key, { value: body, metadata: [request.headers["cf-kv-metadata"]].flat()[0] });
      return void response.end();
    }
    if (request.method === "DELETE") return void response.end(String(stored.delete(key)));
    if (key === "") {
      const prefix = url.searchParams.get("prefix") ?? "";
      const keys = [...stored].flatMap(([name, { metadata }]) =>
        name.startsWith(prefix) ? { name, ...(metadata ? { metadata: JSON.parse(metadata) } : {}) } : [],
      );
      return void response.end(JSON.stringify({ keys, list_complete: true }));
    }
    const entry = stored.get(key);
    response.writeHead(entry === undefined ? 404 : 200).end(entry?.value);
  }

  async function cache(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const key = `${request.headers.host}${request.url}`;
    const body = await bodyOf(request);
    if (request.method === "PUT") {
      cached.set(key, body);
      return void response.writeHead(204).end();
    }
    const message = cached.get(key);
    if (message === undefined) return void response.writeHead(504, { "cf-cache-status": "MISS" }).end();
    const head = message.indexOf("\r\n\r\n");
    const lines = message.subarray(0, head).toString("latin1").split("\r\n").slice(1);
    const headers = lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]);
    const plain = headers.filter(([name]) => !/^(transfer-encoding|content-length|connection)$/i.test(name ?? ""));
    response.writeHead(200, { ...Object.fromEntries(plain), "cf-cache-status": "HIT" }).end(message.subarray(head + 4));
  }

  async function newsletter(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(request.url ?? "");
    asked.newsletter++;
    const commit = createHash("sha1").update(JSON.stringify(backend.files)).digest("hex");
    if (path.includes("/commits/")) return void response.writeHead(200, { etag: `"${commit}"` }).end(commit);
    const name = path.split("/").at(-1) ?? "";
    if (!path.includes("/trees/"))
      return void response.writeHead(name in backend.texts ? 200 : 404).end(backend.texts[name]);
    const entries = Object.entries(backend.files);
    const tree = entries.map(([file, sha]) => ({ path: `content/${file}`, mode: "100644", type: "blob", sha }));
    response.end(JSON.stringify({ sha: commit, truncated: false, tree }));
  }

  const asked = { newsletter: 0 };
  const spent = { ms: 0, requests: 0 };
  const servers = [kv, cache, newsletter].map((answer) =>
    createServer((request, response) => {
      const begun = performance.now();
      response.on("close", () => {
        spent.ms += performance.now() - begun;
        spent.requests++;
      });
      // A Worker may be ended while it writes.
      answer(request, response).catch(() => response.destroy());
    }),
  );
  const ports: number[] = [];
  for (const server of servers) {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    ports.push((server.address() as AddressInfo).port);
  }
  const backend: Backend = {
    kv: ports[0] ?? 0,
    cache: ports[1] ?? 0,
    newsletter: ports[2] ?? 0,
    spent,
    asked,
    files: {},
    texts: {},
    clear() {
      stored.clear();
      cached.clear();
    },
    close() {
      for (const server of servers) server.close().closeAllConnections();
    },
  };
  return backend;
}

/** The whole body; that of the Cache API may be a message in chunks, which is taken as it is. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
