import overrides from "../../data/overrides.json" with { type: "json" };
import { steadyClock } from "./clock.ts";
import type { EdgeCache } from "./worker/answers.ts";
import { createServe, type Serve } from "./worker/app.ts";
import { type Bindings, type Context, wantsDrafts, wantsTimes } from "./worker/bindings.ts";
import { DEPLOYED, deploymentIn, embeddedOf } from "./worker/deployment.ts";
import { consoleLog } from "./worker/log.ts";

let serving: { readonly bindings: Bindings; readonly serve: Serve } | undefined;

/** The cache of the data center; null in other runtimes. */
function edgeCache(): EdgeCache | null {
  const { caches } = globalThis as { readonly caches?: { readonly default?: EdgeCache } };
  return caches?.default ?? null;
}

/** Entry point for Cloudflare Workers. */
export default {
  fetch(request: Request, bindings: Bindings, context: Context): Promise<Response> {
    if (serving?.bindings.EVENTS !== bindings.EVENTS)
      serving = { bindings, serve: createServe(bindings, edgeCache(), Date.now) };
    return serving.serve(request, context);
  },

  /** Syncs on the cron schedule. */
  async scheduled(_event: unknown, bindings: Bindings): Promise<void> {
    // Loaded only here, because requests do not need it.
    const [{ syncOnSchedule }, { prepareParts, prepareTimed }, { askingBy }] = await Promise.all([
      import("./worker/scheduled.ts"),
      import("./worker/prepare.ts"),
      import("./worker/asking.ts"),
    ]);
    const deployment = deploymentIn(bindings.ASSETS);
    const release = bindings.RELEASE?.id ?? null;
    const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository, GITHUB_API: api, GITHUB_RAW: raw } = bindings;
    const log = consoleLog(token);
    const state = await syncOnSchedule({
      kv: bindings.EVENTS,
      embedded: await embeddedOf(deployment),
      now: steadyClock(),
      log,
      prepare: (data) => prepareParts(data, release, bindings),
      gazetteer: async () => (await deployment.file(DEPLOYED.gazetteer)).json(),
      overrides,
      drafts: wantsDrafts(bindings),
      hours: {
        deployed: deployment.served,
        text: deployment.times,
        prepare: (data, times) => prepareTimed(data, times, release, bindings),
        ...(wantsTimes(bindings) && { asking: () => askingBy(bindings, deployment) }),
      },
      github: { token, ...(repository && { repository }), ...(api && { api }), ...(raw && { raw }) },
    });
    const { outcome, took, error } = state;
    log.info(JSON.stringify({ outcome, took, error }));
  },
};
