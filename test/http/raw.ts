import { connect } from "node:net";

export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * Sends `bytes` as they are to a server on this machine and reads what comes back until the connection ends, or nothing
 * comes for `quiet` milliseconds. What is no HTTP answer makes it reject.
 */
export async function sendRaw(port: number, bytes: string | Buffer, quiet = 300): Promise<readonly RawAnswer[]> {
  return answersIn(await exchange(port, bytes, quiet), bytes.slice(0, 5).toString() === "HEAD ");
}

function exchange(port: number, bytes: string | Buffer, quiet: number): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.setTimeout(quiet, () => socket.destroy());
    socket.on("data", (chunk) => chunks.push(chunk));
    // A server that refuses may close before all is sent.
    socket.on("error", () => {});
    socket.on("close", () => resolve(Buffer.concat(chunks)));
  });
}

/** The answers that `bytes` are, one after the other; without bodies if they are to HEAD. */
export function answersIn(bytes: Buffer, bodiless = false): RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf("\r\n\r\n", at);
    const head = bytes.toString("latin1", at, end);
    const [line = "", ...fields] = head.split("\r\n");
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(line)?.[1]);
    if (end < 0 || !status) throw new Error(`no HTTP answer: ${JSON.stringify(head.slice(0, 200))}`);
    const headers = Object.fromEntries(
      fields.map((field) => {
        const colon = field.indexOf(":");
        return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()];
      }),
    );
    // A HEAD that is broken is refused with a body: the server does not know that it is a HEAD.
    const noBody = bodiless && !bytes.toString("latin1", end + 4, end + 5).startsWith("{");
    const hasBody = !noBody && status !== 304 && status >= 200;
    const [body, next] = hasBody ? bodyIn(headers, bytes, end + 4) : [Buffer.of(), end + 4];
    answers.push({ status, headers, body });
    at = next;
  }
  return answers;
}

/** The body that begins at `start`, and where it ends: it has a length, is in chunks, or ends with the connection. */
function bodyIn(headers: RawAnswer["headers"], bytes: Buffer, start: number): [Buffer, number] {
  if (headers["transfer-encoding"] !== "chunked") {
    const end = start + Number(headers["content-length"] ?? bytes.length - start);
    return [bytes.subarray(start, end), end];
  }
  const chunks: Buffer[] = [];
  for (let at = start; ; ) {
    const line = bytes.indexOf("\r\n", at);
    const length = Number.parseInt(bytes.toString("latin1", at, line), 16);
    if (line < 0 || !(length >= 0)) throw new Error("a chunk without a length");
    chunks.push(bytes.subarray(line + 2, line + 2 + length));
    at = line + 2 + length + 2;
    if (length === 0) return [Buffer.concat(chunks), at];
  }
}
