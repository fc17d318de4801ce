import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { MOST, tooLargeHeaders, tooLongTarget } from "../../http/limits.ts";
import { methodNotAllowed, problem } from "../../http/problem.ts";
import type { Connections } from "./connections.ts";
import { answerRaw } from "./raw-target.ts";
import type { Turns } from "./turns.ts";

/** Maximum size of a request body, in bytes; bodies are not used, and larger ones close the connection. */
const MOST_BODY = 1024 * 1024;

/** How long a client may continue sending after the last response, in milliseconds, so that it can read it. */
const LINGER_MS = 1_000;

/** Error of node:http for a malformed request; `rawPacket` is the data received last. */
interface BrokenRequest extends Error {
  readonly code?: string;
  readonly rawPacket?: Buffer;
  /** Position of the error in it. */
  readonly bytesParsed?: number;
}

const TARGET = 'a path that starts with "/", without "#", or an absolute URL';

/** 400 or 431 for errors that are not visible in a Request: the raw target, duplicate headers; null if there are none. */
export function refuseOdd({ url = "", httpVersion, rawHeaders }: IncomingMessage): Response | null {
  if (url.includes("#")) return problem(400, "the request target has a fragment", { members: { allowed: [TARGET] } });
  if (rawHeaders.length > 2 * MOST.headers) return tooLargeHeaders();
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host").length;
  if (hosts > 1 || (hosts === 0 && httpVersion !== "1.0"))
    return problem(400, `the request has ${hosts} Host headers`, { members: { allowed: ["one Host header"] } });
  return null;
}

/** 400 for a target or Host that is not a valid address; 500 for other errors. */
export function refuseFailed(error: unknown): Response {
  if (!(error instanceof Error) || error.name !== "RequestError")
    return problem(500, "internal error; try again later");
  return problem(400, "the request target or the Host header is not a valid address", {
    members: { allowed: [TARGET, "Host: example.org"] },
  });
}

/** Closes the connection if the request body exceeds a megabyte. */
export function boundBody(incoming: IncomingMessage): void {
  let bytes = 0;
  incoming.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_BODY) incoming.socket.destroy();
  });
}

type Ask = (request: Request) => Response | Promise<Response>;

/**
 * Makes `server` respond with problem documents, like the app, where Node would send an empty response or close the connection;
 * `ask` sends a request to the app.
 */
export function refuseBroken(server: Server, connections: Connections, turns: Turns, ask: Ask): void {
  server.on("clientError", (error: BrokenRequest, socket) => {
    const connection = connections.of(socket as Socket);
    if (connection === undefined || !/^HPE_|^ERR_HTTP_REQUEST_TIMEOUT$/.test(error.code ?? ""))
      return void socket.destroy();
    // Errors in a request body come after its response, and data after the last request gets none.
    const isAnswered = connection.incoming?.complete === false || error.code === "HPE_CLOSED_CONNECTION";
    turns.takeLast(connection, async () => close(socket, isAnswered ? null : await answerOf(error, ask)));
  });
  server.on("connect", (_incoming, socket) => {
    const connection = connections.of(socket as Socket);
    const response = methodNotAllowed("CONNECT is not supported");
    if (connection !== undefined) turns.takeLast(connection, () => void close(socket, response));
  });
}

/** 417 for an `Expect` header other than `100-continue`. */
export function refuseExpectation(_incoming: IncomingMessage, outgoing: ServerResponse): void {
  const allowed = ["Expect: 100-continue", "no Expect header"];
  const response = problem(417, "the Expect header is not supported", { members: { allowed } });
  outgoing.writeHead(417, { ...Object.fromEntries(response.headers), connection: "close" });
  void response.text().then((body) => outgoing.end(body));
}

/** The response to a malformed request. */
async function answerOf(error: BrokenRequest, ask: Ask): Promise<Response> {
  const { code, rawPacket, bytesParsed } = error;
  const isRaw = code === "HPE_INVALID_URL" && rawPacket !== undefined && bytesParsed !== undefined;
  return (isRaw && (await answerRaw(rawPacket, bytesParsed, ask))) || problemOf(error);
}

function problemOf({ code = "", rawPacket }: BrokenRequest): Response {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return isLongTarget(rawPacket) ? tooLongTarget() : tooLargeHeaders();
    case "HPE_INVALID_METHOD":
      return methodNotAllowed("unknown method");
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return problem(408, "request timeout", { members: { allowed: ["a complete request within the time limit"] } });
    default:
      return problem(400, "malformed request", { members: { allowed: ["HTTP/1.1", "HTTP/1.0"] } });
  }
}

/** Whether the data received last starts with a request line that is too long. */
function isLongTarget(packet: Buffer | undefined): boolean {
  if (packet === undefined || !/^[A-Z]+ /.test(packet.toString("latin1", 0, 20))) return false;
  const end = packet.indexOf("\r\n");
  return end < 0 || end > MOST.target;
}

/** Sends `response`, if any, as the last one on the connection, and closes it even if the client does not. */
async function close(socket: Duplex, response: Response | null): Promise<void> {
  const body = await response?.text();
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
  socket.resume();
  if (!socket.writable) return;
  if (response === null) return void socket.end();
  const headers = { ...Object.fromEntries(response.headers), connection: "close" };
  const lines = Object.entries(headers).map((line) => line.join(": "));
  const head = `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status]}`;
  socket.end(`${[head, ...lines].join("\r\n")}\r\n\r\n${body}`);
}
