import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { MOST, tooLargeHeaders, tooLongTarget } from "../../http/limits.ts";
import { methodNotAllowed, problem } from "../../http/problem.ts";
import type { Connections } from "./connections.ts";
import { answerRaw } from "./raw-target.ts";
import type { Turns } from "./turns.ts";

/** Bytes of a request's body, which nobody reads, that are let in before the connection is cut. */
const MOST_BODY = 1024 * 1024;

/** How long a client whose connection ends may go on sending, in milliseconds, so that it reads why. */
const LINGER_MS = 1_000;

/** What node:http tells of a request that it cannot read; `rawPacket` is what was sent last. */
interface BrokenRequest extends Error {
  readonly code?: string;
  readonly rawPacket?: Buffer;
  /** Where in it the fault is. */
  readonly bytesParsed?: number;
}

const TARGET = 'a path that begins with "/", without "#", or a whole address';

/** 400 or 431 for what the app cannot see in a Request: the target as sent, headers sent twice; null when all is well. */
export function refuseOdd({ url = "", httpVersion, rawHeaders }: IncomingMessage): Response | null {
  if (url.includes("#")) return problem(400, "the target has a fragment", { members: { allowed: [TARGET] } });
  if (rawHeaders.length > 2 * MOST.headers) return tooLargeHeaders();
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host").length;
  if (hosts > 1 || (hosts === 0 && httpVersion !== "1.0"))
    return problem(400, `the request has ${hosts} Host headers`, { members: { allowed: ["one Host header"] } });
  return null;
}

/** 400 for a target or a Host that make no address; 500 for what went wrong here. */
export function refuseFailed(error: unknown): Response {
  if (!(error instanceof Error) || error.name !== "RequestError")
    return problem(500, "something went wrong here; try again later");
  return problem(400, "the target or the Host header makes no address", {
    members: { allowed: [TARGET, "Host: example.org"] },
  });
}

/** Cuts the connection when the request's body grows beyond a megabyte. */
export function boundBody(incoming: IncomingMessage): void {
  let bytes = 0;
  incoming.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_BODY) incoming.socket.destroy();
  });
}

type Ask = (request: Request) => Response | Promise<Response>;

/**
 * Makes `server` answer with problems, as the app does, where Node would answer with nothing or close the connection; `ask` asks
 * the app.
 */
export function refuseBroken(server: Server, connections: Connections, turns: Turns, ask: Ask): void {
  server.on("clientError", (error: BrokenRequest, socket) => {
    const connection = connections.of(socket as Socket);
    if (connection === undefined || !/^HPE_|^ERR_HTTP_REQUEST_TIMEOUT$/.test(error.code ?? ""))
      return void socket.destroy();
    // What is wrong with the body of a request comes after its answer, and what follows the last request gets none.
    const isAnswered = connection.incoming?.complete === false || error.code === "HPE_CLOSED_CONNECTION";
    turns.takeLast(connection, async () => close(socket, isAnswered ? null : await answerOf(error, ask)));
  });
  server.on("connect", (_incoming, socket) => {
    const connection = connections.of(socket as Socket);
    const response = methodNotAllowed("CONNECT makes no tunnel here");
    if (connection !== undefined) turns.takeLast(connection, () => void close(socket, response));
  });
}

/** 417 for what is expected besides `100-continue`. */
export function refuseExpectation(_incoming: IncomingMessage, outgoing: ServerResponse): void {
  const allowed = ["Expect: 100-continue", "no Expect header"];
  const response = problem(417, "what is expected is not known here", { members: { allowed } });
  outgoing.writeHead(417, { ...Object.fromEntries(response.headers), connection: "close" });
  void response.text().then((body) => outgoing.end(body));
}

/** What a request that Node cannot read is answered with. */
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
      return methodNotAllowed("the request's method is not known");
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return problem(408, "the request took too long", { members: { allowed: ["a request sent at once"] } });
    default:
      return problem(400, "this is no HTTP request", { members: { allowed: ["HTTP/1.1", "HTTP/1.0"] } });
  }
}

/** Whether what was sent last begins with a line that is too long. */
function isLongTarget(packet: Buffer | undefined): boolean {
  if (packet === undefined || !/^[A-Z]+ /.test(packet.toString("latin1", 0, 20))) return false;
  const end = packet.indexOf("\r\n");
  return end < 0 || end > MOST.target;
}

/** Sends `response`, if any, as the last thing on the connection, and closes it, though the client may not. */
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
