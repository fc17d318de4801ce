import type { Log } from "../../ports.ts";
import { masked } from "../mask.ts";

/** Tells what the Worker's log shows, but for `secret`. */
export function consoleLog(secret?: string): Log {
  return {
    info: (message) => console.log(masked(message, secret)),
    warn: (message) => console.warn(masked(message, secret)),
    progress: () => undefined,
  };
}
