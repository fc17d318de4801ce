import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Asks for one path over a connection that stays; gives milliseconds to the whole answer, and the answer's size and status. */
export function ask(port: number, path: string): Promise<{ ms: number; status: number; bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const asking = request({ agent, host: "127.0.0.1", port, path }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        const ms = performance.now() - begun;
        const body = Buffer.concat(chunks);
        resolve({ ms, status: response.statusCode ?? 0, bytes: body.length, text: body.toString() });
      });
    });
    asking.on("error", reject);
    asking.end();
  });
}

/** Milliseconds of CPU that a process has used, all its threads, in steps of 10. */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Megabytes of 1,000,000 bytes that a process holds: now, and at most up to now. */
export function memoryOf(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) => (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) * 1_024) / 1_000_000;
  return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}

/**
 * Megabytes of 1,000,000 bytes that the engine counts for the Worker `name`, garbage and what stands outside the heap included.
 */
export async function heapOf(inspector: number, name: string): Promise<number> {
  const watch = await watchHeap(inspector, name);
  return watch.end();
}

/** Asks again and again, which a Worker answers whenever it waits for something, until `end`: that gives the most there was. */
export async function watchHeap(inspector: number, name: string): Promise<{ end(): Promise<number> }> {
  const socket = new WebSocket(`ws://127.0.0.1:${inspector}/${name}`);
  const ask = () => socket.send(JSON.stringify({ id: 1, method: "Runtime.getHeapUsage" }));
  let most = 0;
  let ending = false;
  const ended = new Promise<number>((resolve, reject) => {
    socket.onopen = ask;
    socket.onerror = () => reject(new Error(`the inspector of ${name} does not answer`));
    socket.onmessage = ({ data }) => {
      const { id, result } = JSON.parse(String(data));
      if (id !== 1) return;
      most = Math.max(most, result.usedSize + result.embedderHeapUsedSize + result.backingStorageSize);
      if (!ending) return void setTimeout(ask, 1);
      socket.close();
      resolve(most / 1_000_000);
    };
  });
  return {
    end() {
      ending = true;
      return ended;
    },
  };
}
