import { hash } from "node:crypto";
import { encode } from "../../../src/adapters/dataset/codec.ts";
import type { KeyValues } from "../../../src/adapters/store/key-values.ts";
import { kvStore } from "../../../src/adapters/store/kv.ts";
import { servedAs } from "../../../src/adapters/store/served.ts";
import { encodeTimes, servedVersion } from "../../../src/adapters/times/codec.ts";
import type { EdgeCache } from "../../../src/adapters/worker/answers.ts";
import { createServe } from "../../../src/adapters/worker/app.ts";
import type { Bindings, Namespace } from "../../../src/adapters/worker/bindings.ts";
import { DEPLOYED, versionText } from "../../../src/adapters/worker/deployment.ts";
import { prepareParts, renderAll } from "../../../src/adapters/worker/prepare.ts";
import { packEdition } from "../../../src/http/edition.ts";
import type { DataSet } from "../../../src/model/event.ts";
import type { TimesData } from "../../../src/model/times.ts";
import { joinTimes } from "../../../src/times/join.ts";
import { DATA, SITE, TODAY } from "../../http/service.ts";
import { fakeKv, type Hook } from "../store/fake-kv.ts";
import { gazetteer } from "./newsletter.ts";

const RELEASE = "release-1";
const GAZETTEER = new TextEncoder().encode(JSON.stringify(gazetteer));

/**
 * A Worker's surroundings, in memory; every file, key and address that is asked for is noted. `times` was read from organisers
 * when it was deployed.
 */
export async function edge(
  deployed: DataSet | null,
  more: Partial<Bindings> = {},
  times: TimesData | null = null,
  before: Hook = () => undefined,
) {
  const kv = fakeKv();
  const asked: string[] = [];
  const files = deployed === null ? new Map<string, Uint8Array>() : await filesOf(deployed, times);
  const cached = new Map<string, Response>();
  const bindings: Bindings = {
    EVENTS: namespace(
      kv.connect((operation) => {
        asked.push(operation);
        return before(operation);
      }),
    ),
    ASSETS: {
      async fetch(address) {
        const name = new URL(address).pathname.slice(1);
        asked.push(`file ${name}`);
        const bytes = files.get(name);
        return new Response(bytes === undefined ? null : new Uint8Array(bytes), { status: bytes ? 200 : 404 });
      },
    },
    RELEASE: { id: RELEASE },
    SITE_URL: SITE.url,
    TODAY,
    ...more,
  };
  const cache: EdgeCache = {
    async match(address) {
      asked.push(`cache ${decodeURIComponent(address)}`);
      return cached.get(address)?.clone();
    },
    async put(address, response) {
      cached.set(address, response);
    },
  };
  let clock = Date.parse(`${TODAY}T00:00:00Z`);
  const working: Promise<unknown>[] = [];
  const serve = (some: Partial<Bindings> = {}) => createServe({ ...bindings, ...some }, cache, () => clock);
  return {
    kv,
    bindings,
    asked,
    files,
    cached,
    /** An instance that has served nothing yet; what it answers is complete, the work after it included. */
    instance(some: Partial<Bindings> = {}) {
      const answer = serve(some);
      return async (path: string, headers: Record<string, string> = {}) => {
        const request = new Request(new URL(path, SITE.url), { headers });
        const response = await answer(request, { waitUntil: (work) => void working.push(work) });
        await Promise.all(working.splice(0));
        return response;
      };
    },
    pass(seconds: number) {
      clock += seconds * 1_000;
    },
    /** Stores `data` like the sync; returns its version. */
    async publish(data: DataSet): Promise<string> {
      const embedded = deployed && { version: await versionOf(deployed), read: async () => deployed };
      const prepare = (next: DataSet) => prepareParts(next, RELEASE, bindings);
      return kvStore(kv.connect(), { embedded, now: () => clock, log: { warn() {} }, prepare }).replace(data);
    },
  };
}

/** The version that `data` is stored under. */
export const versionOf = async (data: DataSet): Promise<string> => (await encode(data)).version;

/** {@link DATA} a week later, with one title changed. */
export const NEXT: DataSet = {
  ...DATA,
  newestIssue: "2026-03-11",
  events: DATA.events.map((event) => (event.id === "hybrid" ? { ...event, title: "Changed since" } : event)),
};

async function filesOf(data: DataSet, times: TimesData | null): Promise<Map<string, Uint8Array>> {
  const { version, bytes } = await encode(data);
  const stored = { ...joinTimes(data, times), version: servedAs(version, servedVersion(times)) };
  const text = (value: string) => new TextEncoder().encode(value);
  const files = new Map<string, Uint8Array>([
    [DEPLOYED.data, bytes],
    [DEPLOYED.gazetteer, GAZETTEER],
    [DEPLOYED.program, text('{"name":"twir-calendar","version":"1.2.3","homepage":"https://home.example"}')],
    ...(times === null ? [] : [[DEPLOYED.times, text(encodeTimes(times))] as const]),
    [DEPLOYED.edition, text(packEdition(stored))],
    ...renderAll(stored, {}).map(([view, packed]) => [DEPLOYED.rendered(view), packed] as const),
  ]);
  const digests = new Map([...files].map(([name, each]) => [name, hash("sha256", each)]));
  return files.set(DEPLOYED.version, text(versionText(version, times && stored.version, digests)));
}

function namespace(kv: KeyValues): Namespace {
  const get = (key: string, how: string | { readonly type: string }) =>
    kv.get(key, (typeof how === "string" ? how : how.type) as "text");
  return { ...kv, get: get as Namespace["get"] };
}
