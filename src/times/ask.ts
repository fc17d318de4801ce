/** One question to a host. */
export interface Asked {
  /** An `https:` address. */
  readonly url: string;
  /** The longest body that is read, decompressed. */
  readonly mostBytes: number;
  /** Sent as `Accept`. */
  readonly accept: string;
  /** Whether a redirect to this address, within the host, may be followed; resolves when it may. */
  readonly mayFollow?: (url: string) => Promise<boolean>;
}

/** What a host answered, whatever its status. */
export interface HostAnswer {
  readonly kind: "answer";
  readonly status: number;
  /** After redirects. */
  readonly url: string;
  /** Content-Type in lower case; empty where none is told. */
  readonly type: string;
  /** Without byte order mark. Whole where the status is 2xx, else as much as could be read. */
  readonly body: string;
  /** How long `Retry-After` asks to wait: 7 days at most, never negative; null where it says nothing that is understood. */
  readonly retryAfterMs: number | null;
}

/** Why there is no answer. */
export interface NoHostAnswer {
  readonly kind: "none";
  /**
   * - `timeout`: not whole in time
   * - `too-large`: more than `mostBytes`
   * - `unreachable`: no connection, or cut off
   * - `redirected-away`: sent to another host, to nowhere, or too often
   * - `private-address`: the host is, or may be, none of the public internet; nothing was sent to it
   * - `not-https`: no plain https address (another scheme, a port, a user name); nothing was sent to it
   * - `undecodable`: its compression cannot be undone, or it is not UTF-8
   */
  readonly why:
    | "timeout"
    | "too-large"
    | "unreachable"
    | "redirected-away"
    | "private-address"
    | "not-https"
    | "undecodable";
  readonly message: string;
}

export type Answered = HostAnswer | NoHostAnswer;

/** Asks a host once, without cookies, and follows redirects within it. Never throws. */
export type Ask = (asked: Asked) => Promise<Answered>;
