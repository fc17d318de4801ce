import type { Log } from "../../ports.ts";
import { masked } from "../mask.ts";

const QUIET_MS = 1_000;
const EACH_MS = 100;

/** Logs to standard error, with GitHub's token masked. Progress is shown only on a terminal, and only after one second. */
export function terminalLog(stream: NodeJS.WriteStream = process.stderr): Log {
  const begun = performance.now();
  let shownAt = begun + QUIET_MS - EACH_MS;
  let shown = false;
  const say = (line: string) => {
    clear();
    stream.write(`${masked(line, process.env.GITHUB_TOKEN)}\n`);
  };
  const clear = () => {
    if (shown) stream.write("\r\x1b[K");
    shown = false;
  };
  return {
    info: say,
    warn: (message) => say(`warning: ${message}`),
    progress(done, total, what) {
      if (!stream.isTTY) return;
      const now = performance.now();
      if (done >= total) return clear();
      if (now - shownAt < EACH_MS) return;
      shownAt = now;
      shown = true;
      stream.write(`\r\x1b[K${done} of ${total} ${what}`);
    },
  };
}
