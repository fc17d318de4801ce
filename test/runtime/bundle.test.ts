import { readFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { EdgeVM } from "@edge-runtime/vm";
import { afterAll, expect, it } from "vitest";
import { type Ask, SITE_URL } from "./checks.ts";
import { expected } from "./expected.ts";
import { describeSame } from "./same.ts";
import { runWrangler } from "./wrangler.ts";

/** Bytes of the script, compressed, that a Worker may have here; the free plan takes 3 MB. */
const BUDGET = 500 * 1024;

const list = await expected();
const folder = await mkdtemp(join(tmpdir(), "bundle-"));
await runWrangler(["deploy", "--dry-run", "--outdir", folder]);
afterAll(() => rm(folder, { recursive: true, force: true }));
const script = await readFile(join(folder, "worker.js"), "utf8");

it(`the compressed bundle is smaller than ${BUDGET / 1024} KiB`, async () => {
  const scripts = (await readdir(folder)).filter((name) => !/\.(map|md)$/.test(name));
  expect(scripts).toEqual(["worker.js"]);
  const bytes = gzipSync(script, { level: 9 }).length;
  console.info(`the Worker's bundle: ${(script.length / 1024).toFixed(0)} KiB, ${(bytes / 1024).toFixed(0)} KiB gzip`);
  expect(bytes).toBeLessThan(BUDGET);
});

it("the bundle imports no module of Node", () => {
  expect(script.match(/["'`]node:[\w/]+/g) ?? []).toEqual([]);
});

/** What the bundle exports, as a value: this runtime runs scripts, and no modules. */
function asScript(module: string): string {
  const name = /export\s*\{\s*([\w$]+) as default\s*\};?/;
  const [whole, worker] = name.exec(module) ?? [];
  if (whole === undefined) throw new Error("the bundle has no default export");
  return `(() => { ${module.replace(whole, "")}\nreturn ${worker}; })()`;
}

interface Worker {
  fetch(request: Request, bindings: unknown, context: unknown): Promise<Response>;
}

const vm = new EdgeVM();
const worker = vm.evaluate<Worker>(asScript(script));
const { Request: EdgeRequest, Response: EdgeResponse } = vm.context;
const bindings = {
  TODAY: list.today,
  SITE_URL,
  UID_DOMAIN: "twir-calendar",
  // Nothing is stored: the snapshot answers.
  EVENTS: { get: async () => null },
  ASSETS: {
    async fetch(address: string) {
      return new EdgeResponse(new Uint8Array(readFileSync(join("dist/worker", new URL(address).pathname))));
    },
  },
};
const ask: Ask = async ({ method, path, headers }) => {
  const waiting: Promise<unknown>[] = [];
  const request = new EdgeRequest(SITE_URL + path, { method, headers });
  const answer = await worker.fetch(request, bindings, { waitUntil: (work: Promise<unknown>) => waiting.push(work) });
  const body = answer.body === null ? null : new Uint8Array(await answer.arrayBuffer());
  await Promise.all(waiting);
  return new Response(body, { status: answer.status, headers: [...answer.headers] });
};

describeSame("the bundle on Vercel's edge runtime", list, () => ask);
