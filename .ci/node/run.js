import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

// node .ci/node/run.js COMMAND …: runs a command in which `node` is the one that the packages bring, where there is one for this system. npm 11
// sees to that in its scripts; npm 10 removes `node` from node_modules/.bin with the builds for other systems, which it skips.
const { platform, arch, env } = process;
const folder = join(import.meta.dirname, "..", "..", "node_modules", `node-${platform}-${arch}`, "bin");
const path = existsSync(folder) ? folder + delimiter + env.PATH : env.PATH;
const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: "inherit", shell: platform === "win32", env: { ...env, PATH: path } });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.once("error", (error) => {
  console.error(`${command}: ${error.message}`);
  process.exitCode = 1;
});
child.once("exit", (code) => {
  process.exitCode = code ?? 1;
});
