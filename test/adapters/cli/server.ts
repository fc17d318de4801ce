import type { ChildProcess } from "node:child_process";
import { start } from "./program.ts";

/** A running `serve`. */
export interface Serving {
  readonly url: string;
  readonly child: ChildProcess;
  /** Its standard error so far. */
  said(): string;
  /** Sends the signal; resolves with how the program ended. */
  end(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Starts `serve`, by default on a free port, and offline without `--sync`; resolves once it has printed its addresses. */
export async function serve(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Serving> {
  const network = args.includes("--sync") || args.includes("--offline") ? [] : ["--offline"];
  const child = start(["serve", "--port", "0", ...network, ...args], env);
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = "";
    child.stdout?.on("data", (text) => {
      printed += text;
      const found = /all events +(https?:\S+)\/events\.ics/.exec(printed)?.[1];
      if (found) resolve(found);
    });
    ended.then(({ code }) => reject(new Error(`ended with ${code}: ${printed}${said}`)));
  });
  return {
    url,
    child,
    said: () => said,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
