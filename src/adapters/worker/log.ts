import type { Log } from "../../ports.ts";
import { masked } from "../mask.ts";

/** Logs to the console, with `secret` masked. */
export function consoleLog(secret?: string): Log {
  return {
    info: (message) => console.log(masked(message, secret)),
    warn: (message) => console.warn(masked(message, secret)),
    progress: () => undefined,
  };
}
