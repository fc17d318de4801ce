import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/**
 * Milliseconds from the start of `node ...args` until the complete first response to `path`. The program must print its address,
 * http://localhost:PORT, when it listens. Stops the program.
 */
export async function startToAnswer(path: string, args: readonly string[]): Promise<number> {
  const begun = performance.now();
  const server = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const address = await addressOf(server.stdout);
    const response = await fetch(address + path);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${args.join(" ")}: ${path} answers ${response.status}`);
    return performance.now() - begun;
  } finally {
    server.kill();
    if (server.exitCode === null) await once(server, "exit");
  }
}

/** The address that a server prints, http://localhost:PORT. */
export function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    output.on("data", (chunk) => {
      printed += chunk;
      const address = /http:\/\/localhost:\d+/.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    });
    output.on("end", () => reject(new Error(`the server ended before it listened: ${printed}`)));
  });
}
