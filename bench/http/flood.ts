import { Agent, get } from "node:http";

export interface Flooded {
  /** 99th percentile of the response times, in milliseconds. */
  readonly p99: number;
  /** Number of responses by status. */
  readonly statuses: Readonly<Record<number, number>>;
}

const FORMATS = ["ics", "json", "atom", "geojson", "csv", "jscal"];
const REGIONS = ["virtual", "africa", "asia", "europe", "north-america", "oceania", "south-america"];
const CODINGS = ["gzip", "br", "gzip, deflate, br", "identity"];

/** The request number `at`, each different: weeks of twelve years, by region, in every format, and words without matches. */
function question(at: number): string {
  const day = new Date(Date.UTC(2014, 0, 1) + (at % 4_500) * 86_400_000).toISOString().slice(0, 10);
  const format = FORMATS[at % FORMATS.length];
  const word = at % 4 === 0 ? `&q=rust,x${at}` : "";
  return `/regions/${REGIONS[at % REGIONS.length]}.${format}?from=${day}&days=${1 + Math.floor(at / 4_500)}${word}`;
}

/** Sends different requests to the server at `port` over 16 connections. */
export async function flood(port: number, questions: number): Promise<Flooded> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const times: number[] = [];
  const statuses: Record<number, number> = {};
  let next = 0;

  async function ask(at: number): Promise<void> {
    const headers = { "accept-encoding": CODINGS[at % CODINGS.length] };
    const begun = performance.now();
    const status = await new Promise<number>((resolve, reject) => {
      get({ port, host: "127.0.0.1", path: question(at), agent, headers }, (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
      }).on("error", reject);
    });
    times.push(performance.now() - begun);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }

  const askOn = async () => {
    while (next < questions) await ask(next++);
  };
  await Promise.all(Array.from({ length: 16 }, askOn));
  agent.destroy();
  return { p99: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0, statuses };
}
