import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const WRANGLER = fileURLToPath(new URL("../../node_modules/wrangler/bin/wrangler.js", import.meta.url));

/** Wrangler without a word to anybody. */
function startWrangler(args: readonly string[]): ChildProcess {
  const env = { ...process.env, CI: "true", WRANGLER_SEND_METRICS: "false" };
  return spawn(process.execPath, [WRANGLER, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
}

/** Runs it to its end; rejects with what it said when it fails. */
export async function runWrangler(args: readonly string[]): Promise<string> {
  const child = startWrangler(args);
  const said = listen(child);
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`wrangler ${args.join(" ")} ended with ${code}: ${said()}`);
  return said();
}

export interface Dev {
  readonly url: string;
  close(): Promise<void>;
}

/** `wrangler dev` with an empty namespace, on a free port of `port`'s choosing. */
export async function wranglerDev(port: number, vars: Readonly<Record<string, string>>): Promise<Dev> {
  const folder = await mkdtemp(join(tmpdir(), "wrangler-"));
  const given = Object.entries(vars).flatMap(([name, value]) => ["--var", `${name}:${value}`]);
  const place = ["--ip", "127.0.0.1", "--port", String(port), "--inspector-port", "0", "--persist-to", folder];
  const child = startWrangler(["dev", ...place, ...given]);
  const said = listen(child);
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", () => /Ready on http/.test(said()) && resolve());
    ended.then(() => reject(new Error(`wrangler dev ended: ${said()}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await ended;
      clearTimeout(late);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function listen(child: ChildProcess): () => string {
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  return () => said;
}
