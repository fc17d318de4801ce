import { inFull, type SyncState } from "../../ports.ts";
import { syncUnwatched } from "../../sync/unwatched.ts";
import { steadyClock } from "../clock.ts";
import { terminalLog } from "../node/log.ts";
import { buildLean } from "../node/memory.ts";
import { loadPipeline } from "../node/pipeline.ts";
import { sourceFrom } from "../source/chosen.ts";
import { fileStore } from "../store/file.ts";
import { fileDrafts } from "../store/file-drafts.ts";
import { fileTimes } from "../times/file.ts";
import { readFromHosts } from "../times/read.ts";
import type { SyncJob } from "./job.ts";

// Runs one sync in a child process: receives its job, sends back the state, and exits with its parent. Files are replaced
// atomically, so it can be killed at any time.
buildLean();
process.once("disconnect", () => process.exit(1));
process.once("message", async ({ path, source, draft, times, before }: SyncJob) => {
  const tell = async (state: SyncState) => {
    await new Promise((resolve) => process.send?.(state, resolve));
  };
  const book = { load: async () => before, begin: async () => undefined, end: tell };
  const options = { source: sourceFrom(source), store: fileStore(path), pipeline: loadPipeline, log: terminalLog() };
  const drafts = draft ? { drafts: fileDrafts(path) } : {};
  const now = steadyClock();
  await syncUnwatched({ ...options, ...drafts }, book, now);
  // The result of the sync was already sent, and need not wait for organisers.
  if (times !== null)
    await readFromHosts({ store: fileStore(path), times: fileTimes(times.path) }, times.values, { now }).catch(
      (error: unknown) => options.log.warn(`start times are unchanged: ${inFull(error)}`),
    );
  process.removeAllListeners("disconnect");
  process.disconnect();
});
