import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { fileStore } from "../../src/adapters/store/file.ts";
import { daysBetween } from "../../src/model/date.ts";
import { start } from "../adapters/cli/program.ts";

const DATA = fileURLToPath(new URL("../../data/events.json", import.meta.url));
const children: ReturnType<typeof start>[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** Makes it `now` when the program starts; its clock goes on from there. */
function clockFrom(now: string): string {
  const script = `const away = ${Date.parse(now)} - Date.now();
    globalThis.Date = class extends Date {
      constructor(...given) { given.length === 0 ? super(Date.now()) : super(...given); }
      static now() { return super.now() + away; }
    };`;
  return `--import=data:text/javascript,${encodeURIComponent(script)}`;
}

interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly modified: string | null;
  readonly body: string;
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** What the real program, started with that clock in that zone, answers at each path; it is ended then. */
async function answersAt(now: string, zone: string, paths: readonly string[]): Promise<Answer[]> {
  const port = await freePort();
  const args = ["serve", "--port", String(port), "--data", DATA, "--url", "https://site.example", "--offline"];
  const child = start(args, { NODE_OPTIONS: clockFrom(now), TZ: zone });
  children.push(child);
  let printed = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  await expect.poll(() => printed).toContain("/events.ics");
  const answers: Answer[] = [];
  for (const path of paths) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    const { status, headers } = response;
    const body = await response.text();
    answers.push({ status, etag: headers.get("etag"), modified: headers.get("last-modified"), body });
  }
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
  return answers;
}

test("a feed is the same bytes an hour and a restart later, in any time zone of the server", async () => {
  const { newestIssue, events } = await fileStore(DATA).read();
  const id = events.at(-1)?.id ?? "";
  const paths = ["/events.ics", "/regions/virtual.ics", "/events.ics?country=DE,CH&q=rust", `/events/${id}.ics`];
  const first = await answersAt(`${newestIssue}T10:07:00Z`, "Pacific/Auckland", paths);
  const again = await answersAt(`${newestIssue}T11:07:00Z`, "America/Los_Angeles", paths);
  expect(first.map(({ status }) => status)).toEqual(paths.map(() => 200));
  for (const { etag, modified, body } of first) {
    expect(etag).toMatch(/^"[^"]+"$/);
    expect(modified).toMatch(/GMT$/);
    expect(body).toContain("BEGIN:VEVENT");
  }
  expect(again).toEqual(first);
});

test("the app uses the given clock", async () => {
  const [health] = await answersAt("2031-01-02T03:04:05Z", "UTC", ["/health"]);
  const { newestIssue } = await fileStore(DATA).read();
  expect(JSON.parse(health?.body ?? "")).toMatchObject({ ageDays: daysBetween(newestIssue ?? "", "2031-01-02") });
});
