import { createServer } from "node:net";
import { join } from "node:path";
import { endAllOf, runProgram } from "../program.ts";

/** A Radicale server with an empty store in `folder`. */
export interface Radicale {
  /** Uploads a complete calendar under a name, and returns what the server then serves. */
  put(calendar: string): Promise<string>;
  close(): void;
}

/** Starts Radicale on a free port, open to everyone on this machine. */
export async function openRadicale(folder: string): Promise<Radicale> {
  const port = await freePort();
  const args = ["-m", "radicale", "--server-hosts", `127.0.0.1:${port}`, "--auth-type", "none", "--config", ""];
  const env = { HOME: folder, XDG_CONFIG_HOME: folder };
  const ended = runProgram(
    "/usr/bin/python3",
    [...args, "--storage-filesystem-folder", join(folder, "collections"), "--rights-type", "authenticated"],
    { env, seconds: 100 },
  );
  const failed = ended.then(({ stderr }) => Promise.reject(new Error(`Radicale ended: ${stderr}`)));
  failed.catch(() => {});
  const address = `http://127.0.0.1:${port}/reader/rust/`;
  const headers = { authorization: `Basic ${btoa("reader:")}` };
  const answers = async () => {
    for (let left = 150; left > 0; left--) {
      if (
        await fetch(`http://127.0.0.1:${port}/.web/`).then(
          () => true,
          () => false,
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error("Radicale does not answer");
  };
  await Promise.race([answers(), failed]);
  return {
    async put(calendar) {
      const type = { "content-type": "text/calendar; charset=utf-8" };
      const response = await fetch(address, { method: "PUT", body: calendar, headers: { ...headers, ...type } });
      if (!response.ok) throw new Error(`PUT is answered with ${response.status}: ${await response.text()}`);
      return (await fetch(address, { headers })).text();
    },
    close: () => endAllOf(folder),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
