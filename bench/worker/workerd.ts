import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Backend } from "./backend.ts";

const root = join(import.meta.dirname, "..", "..");
const wrangler = createRequire(createRequire(import.meta.url).resolve("wrangler/package.json"));
const toml = readFileSync(join(root, "wrangler.toml"), "utf8");
const DATE = /^compatibility_date = "(.*)"$/m.exec(toml)?.[1] ?? "";

/** A running workerd. */
export interface Running {
  readonly pid: number;
  /** Port by name of a socket. */
  readonly ports: Readonly<Record<string, number>>;
  readonly inspector: number;
  stop(): Promise<void>;
}

/** Runs `use` with a fresh workerd that has served nothing yet; `more` are additional bindings. */
export type Fresh = <T>(
  sockets: readonly string[],
  use: (running: Running) => Promise<T>,
  more?: Readonly<Record<string, string>>,
) => Promise<T>;

/** Bundles the Worker, as deployed, and those to compare it with; returns the folder. */
export function bundle(folder: string): string {
  const bundled = (script: readonly string[], name: string) =>
    execFileSync(
      process.execPath,
      [
        join(root, "node_modules/wrangler/bin/wrangler.js"),
        "deploy",
        ...script,
        "--dry-run",
        "--outdir",
        join(folder, name),
      ],
      { cwd: root, env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "true" }, stdio: "pipe" },
    );
  mkdirSync(folder, { recursive: true });
  bundled([], "app");
  for (const name of ["empty", "trigger"])
    bundled(
      [
        `bench/worker/${name}.ts`,
        "--config",
        "bench/worker/wrangler.toml",
        "--name",
        name,
        "--compatibility-date",
        DATE,
      ],
      name,
    );
  return folder;
}

/** Starts workerd with the bundles in `folder`; resolves once it listens. `sockets`: which of `app`, `empty`, `trigger`. */
export async function startWorkerd(
  folder: string,
  backend: Backend,
  sockets: readonly string[],
  texts: Readonly<Record<string, string>>,
): Promise<Running> {
  const file = join(folder, `${sockets.join("-")}.capnp`);
  writeFileSync(file, configOf(backend, sockets, texts));
  const child = spawn(binary(), ["serve", file, "--experimental", "--control-fd=3", "--inspector-addr=127.0.0.1:0"], {
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ports: Record<string, number> = {};
  let inspector = 0;
  let text = "";
  for await (const chunk of child.stdio[3] as Readable) {
    text += chunk;
    for (const line of text.split("\n").slice(0, -1)) {
      const said = JSON.parse(line);
      if (said.event === "listen") ports[said.socket] = said.port;
      if (said.event === "listen-inspector") inspector = said.port;
    }
    if (sockets.every((name) => name in ports)) break;
  }
  return {
    pid: child.pid ?? 0,
    ports,
    inspector,
    stop() {
      child.kill("SIGKILL");
      return ended;
    },
  };
}

function binary(): string {
  const { default: path } = wrangler("workerd") as { readonly default: string };
  return path;
}

/** Version metadata, so that parts rendered by the sync are used. */
const RELEASE = `(name = "RELEASE", json = ${JSON.stringify('{"id":"bench"}')})`;

function configOf(
  { kv, cache, newsletter }: Backend,
  sockets: readonly string[],
  texts: Readonly<Record<string, string>>,
) {
  const site = `http://127.0.0.1:${newsletter}`;
  const vars = { ...texts, GITHUB_API: site, GITHUB_RAW: site };
  const bound = Object.entries(vars).map(([name, value]) => `(name = "${name}", text = ${JSON.stringify(value)})`);
  const worker = (name: string, bindings: string) =>
    `(name = "${name}", worker = (modules = [(name = "${name}", esModule = embed "${name}/${name === "app" ? "worker" : name}.js")],
      compatibilityDate = "${DATE}", compatibilityFlags = ["service_binding_extra_handlers"], globalOutbound = "network", cacheApiOutbound = "cache",
      bindings = [${bindings}]))`;
  const external = (name: string, port: number) =>
    `(name = "${name}", external = (address = "127.0.0.1:${port}", http = ()))`;
  const bindings: Readonly<Record<string, string>> = {
    app: [`(name = "EVENTS", kvNamespace = "kv")`, `(name = "ASSETS", service = "assets")`, RELEASE, ...bound].join(
      ", ",
    ),
    trigger: `(name = "APP", service = "app")`,
    empty: "",
  };
  const needed = sockets.includes("trigger") && !sockets.includes("app") ? [...sockets, "app"] : sockets;
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    ${needed.map((name) => worker(name, bindings[name] ?? "")).join(",\n    ")},
    ${external("kv", kv)},
    ${external("cache", cache)},
    (name = "assets", disk = (path = ${JSON.stringify(join(root, "dist", "worker"))})),
    (name = "network", network = (allow = ["local", "private"]))
  ],
  sockets = [${sockets.map((name) => `(name = "${name}", address = "127.0.0.1:0", http = (), service = "${name}")`).join(", ")}]
);
`;
}
