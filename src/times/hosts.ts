import { compare } from "../model/compare.ts";
import type { HostState, Instant } from "../model/times.ts";
import type { Answered, Ask } from "./ask.ts";
import { knowsRobots, leftAlone, newHost, welcomed } from "./how.ts";
import { mayAsk, robotsOf } from "./robots.ts";
import { isOver } from "./which.ts";

/** Minimum time between two requests to the same host. */
const PAUSE_MS = 2_000;
/** After this many requests in a row without a response, a host is not contacted again in this run. */
const MOST_SILENCE = 2;
const MOST_ROBOTS_BYTES = 512 * 1024;

export interface HostsOptions {
  readonly ask: Ask;
  /** Resolves after the given number of milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Minimum time between two requests to the same host, in milliseconds. Default: 2,000. */
  readonly pauseMs?: number;
}

/** The hosts of one run, with rate limits: rule 2. */
export interface Hosts {
  /** Why the host of `url` must not be contacted in this run; null if it may be. Reads robots.txt if it is not known yet. */
  whyClosed(url: string): Promise<string | null>;
  /** Whether robots.txt, which {@link whyClosed} has read, allows `url`. */
  allows(url: string): boolean;
  /** Sends one request, after waiting for the pause since the last request to the same host. */
  get(url: string, mostBytes: number, accept: string): Promise<Answered>;
  /** To be called when the host limits or refuses requests: it is not contacted again for a while. */
  leave(url: string, retryAfterMs: number | null): void;
  /** To be called after a good response: resets the waiting time of the host. */
  welcome(url: string): void;
  states(): readonly HostState[];
}

/** `known` is the state stored by earlier runs. */
export function createHosts(known: readonly HostState[], options: HostsOptions): Hosts {
  const { now, wait, pauseMs = PAUSE_MS } = options;
  const states = new Map(known.map((state) => [state.host, state]));
  const askedAt = new Map<string, number>();
  const silence = new Map<string, number>();
  const closed = new Set<string>();
  const stateOf = (host: string) => states.get(host) ?? newHost(host);

  async function get(url: string, mostBytes: number, accept: string): Promise<Answered> {
    const { host } = new URL(url);
    const last = askedAt.get(host);
    // The wait must not get longer if the clock was set back.
    const rest = last === undefined ? 0 : Math.min(pauseMs, last + pauseMs - now());
    if (rest > 0) await wait(rest);
    const answer = await options.ask({ url, mostBytes, accept, ...(isRobots(url) ? {} : { mayFollow }) });
    askedAt.set(host, now());
    const silent = answer.kind === "none" ? (silence.get(host) ?? 0) + 1 : 0;
    silence.set(host, silent);
    if (silent >= MOST_SILENCE) closed.add(host);
    return answer;
  }

  const allows = (url: string) => mayAsk(stateOf(new URL(url).host).robots?.text ?? null, url);

  async function mayFollow(url: string): Promise<boolean> {
    if (!allows(url)) return false;
    if (pauseMs > 0) await wait(pauseMs);
    return true;
  }

  function leave(url: string, retryAfterMs: number | null): void {
    const { host } = new URL(url);
    closed.add(host);
    states.set(host, leftAlone(stateOf(host), instant(now()), retryAfterMs));
  }

  return {
    async whyClosed(url) {
      const { host } = new URL(url);
      const { notBefore } = stateOf(host);
      if (!isOver(notBefore, instant(now()))) return `${host} must not be contacted until ${notBefore}`;
      if (closed.has(host)) return `${host} does not respond`;
      if (knowsRobots(stateOf(host), instant(now()))) return null;
      const answer = await get(`https://${host}/robots.txt`, MOST_ROBOTS_BYTES, "text/plain");
      const text = robotsOf(answer);
      if (text === null) {
        leave(url, answer.kind === "answer" ? answer.retryAfterMs : null);
        const what = answer.kind === "answer" ? `HTTP ${answer.status}` : answer.message;
        return `robots.txt of ${host} cannot be read: ${what}`;
      }
      states.set(host, { ...stateOf(host), robots: { read: instant(now()), text } });
      return null;
    },
    allows,
    get,
    leave,
    welcome(url) {
      const { host } = new URL(url);
      states.set(host, welcomed(stateOf(host)));
    },
    states: () => [...states.values()].sort((a, b) => compare(a.host, b.host)),
  };
}

function isRobots(url: string): boolean {
  return new URL(url).pathname === "/robots.txt";
}

/** As an instant in seconds: `2026-11-12T18:00:00Z`. */
export function instant(ms: number): Instant {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
