import { env as bindings, exports } from "cloudflare:workers";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { keepTimed } from "../../src/adapters/store/kv-hours.ts";
import { decodeTimes, servedVersion } from "../../src/adapters/times/codec.ts";
import { createServe, type Serve } from "../../src/adapters/worker/app.ts";
import { deploymentIn } from "../../src/adapters/worker/deployment.ts";
import { prepareTimed } from "../../src/adapters/worker/prepare.ts";
import { SITE_URL } from "./checks.ts";
import { describeSame } from "./same.ts";

describeSame("in workerd", inject("expected"), () => async ({ method, path, headers }) => {
  return exports.default.fetch(new Request(SITE_URL + path, { method, headers, redirect: "manual" }));
});

describe("with prepared start times", () => {
  let serve: Serve;

  beforeAll(async () => {
    const { EVENTS: kv, ASSETS, RELEASE } = bindings;
    const deployment = deploymentIn(ASSETS);
    const times = decodeTimes(inject("times"), "times");
    await kv.put("times", inject("times"));
    await keepTimed({
      kv,
      base: (await deployment.version()) ?? "",
      read: deployment.read,
      deployed: await deployment.served(),
      served: servedVersion(times),
      prepare: (data) => prepareTimed(data, times, RELEASE?.id ?? null, bindings),
      now: Date.now,
    });
    serve = createServe(bindings, null, Date.now);
  });
  afterAll(async () => {
    for (const { name } of (await bindings.EVENTS.list({ prefix: "" })).keys) await bindings.EVENTS.delete(name);
  });

  describeSame("in workerd", inject("timed"), () => async ({ method, path, headers }) => {
    const working: Promise<unknown>[] = [];
    const request = new Request(SITE_URL + path, { method, headers });
    const response = await serve(request, { waitUntil: (work) => void working.push(work) });
    await Promise.all(working);
    return response;
  });
});
