import { readFileSync } from "node:fs";
import { createServer, type OutgoingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/**
 * A minimal node:http server: responds to every request with the body in the folder given as the first argument and the headers
 * in a JSON file next to it. The gap between it and nginx is due to node:http, the gap between our server and it is due to us.
 */
const [folder = ""] = process.argv.slice(2);
const headers: OutgoingHttpHeaders = JSON.parse(readFileSync(join(folder, "headers.json"), "utf8"));
const body = readFileSync(join(folder, "events.ics"));
const gzip = readFileSync(join(folder, "events.ics.gz"));

const server = createServer(({ headers: asked }, response) => {
  if (asked["if-none-match"] !== undefined) response.writeHead(304, headers).end();
  else if (asked["accept-encoding"] === "gzip")
    response.writeHead(200, { ...headers, "content-encoding": "gzip", "content-length": gzip.length }).end(gzip);
  else response.writeHead(200, { ...headers, "content-length": body.length }).end(body);
});
server.listen(0, "127.0.0.1", () => console.log(`http://localhost:${(server.address() as AddressInfo).port}`));
