import type { Log } from "../../ports.ts";

/** Tells what the Worker's log shows. */
export const consoleLog: Log = {
  info: (message) => console.log(message),
  warn: (message) => console.warn(message),
  progress: () => undefined,
};
