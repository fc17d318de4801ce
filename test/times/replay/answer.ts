import type { ServerResponse } from "node:http";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";

/** What a host answers, and how it goes wrong. */
export interface Answer {
  /** Default: 200. */
  readonly status?: number;
  /** `{VIA}` in a value is replaced with the address of the server. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Compresses `body`, and says so. */
  readonly coding?: keyof typeof CODERS;
  /** Nothing is sent before. */
  readonly delayMs?: number;
  /** Sends one byte per this number of milliseconds. */
  readonly dripMs?: number;
  /** `body` again and again, as quickly as it is taken. */
  readonly endless?: boolean;
  /** Hangs up: before the status, or when more bytes than `body` were promised, by length or by chunks. */
  readonly cut?: "before" | "length" | "chunks";
}

const CODERS = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };

export function redirectTo(location: string, status = 302): Answer {
  return { status, headers: { location }, body: "elsewhere" };
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
}

/** A group that is not, or no longer, on Meetup. */
export const groupNotFound: Answer = json(404, { message: "Group not found" });

/** A group whose calendar is for its members. */
export const privateGroup: Answer = json(403, { message: "Invalid feed signature" });

export function calendar(text: string): Answer {
  return { headers: { "content-type": "text/calendar; charset=utf-8" }, body: text };
}

export function html(text: string, status = 200): Answer {
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body: text };
}

export function robots(text: string): Answer {
  return { headers: { "content-type": "text/plain" }, body: text };
}

/** A small response that decompresses to `megabytes` of zeros. */
export function gzipBomb(megabytes: number): Answer {
  const headers = { "content-type": "text/calendar", "content-encoding": "gzip" };
  return { headers, body: gzipSync(Buffer.alloc(megabytes * 1_048_576)) };
}

/** Sends `answer`; `via` is the address of the server. */
export async function send(answer: Answer, response: ServerResponse, via: string): Promise<void> {
  const { status = 200, delayMs = 0, cut } = answer;
  if (delayMs > 0) await passed(delayMs, response);
  if (cut === "before") return void response.destroy();
  const bytes = bytesOf(answer);
  for (const [name, value] of Object.entries(answer.headers ?? {})) {
    response.setHeader(name, value.replaceAll("{VIA}", via));
  }
  if (answer.coding) response.setHeader("content-encoding", answer.coding);
  if (cut === "length") response.setHeader("content-length", bytes.length + 100);
  response.writeHead(status);
  if (cut) return void response.write(bytes, () => response.destroy());
  if (answer.endless) return endlessly(bytes, response);
  if (answer.dripMs === undefined) return void response.end(bytes);
  for (const byte of bytes) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await passed(answer.dripMs, response);
  }
  response.end();
}

function bytesOf({ body = "", coding }: Answer): Uint8Array {
  return coding ? CODERS[coding](body) : Buffer.from(body);
}

async function endlessly(bytes: Uint8Array, response: ServerResponse): Promise<void> {
  while (!response.destroyed) {
    if (response.write(bytes)) await passed(0, response);
    else await new Promise<void>((resolve) => response.once("drain", resolve).once("close", resolve));
  }
}

/** Resolves after `ms`, or when the client disconnects. */
function passed(ms: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      response.off("close", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    response.once("close", done);
  });
}
