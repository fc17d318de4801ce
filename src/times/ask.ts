/** One request to a host. */
export interface Asked {
  /** An `https:` address. */
  readonly url: string;
  /** Maximum size of the decompressed body. */
  readonly mostBytes: number;
  /** Sent as `Accept`. */
  readonly accept: string;
  /** Resolves to whether a redirect to this address on the same host may be followed, once it may be sent. */
  readonly mayFollow?: (url: string) => Promise<boolean>;
}

/** The response of a host, with any status. */
export interface HostAnswer {
  readonly kind: "answer";
  readonly status: number;
  /** The final address, after redirects. */
  readonly url: string;
  /** Content-Type in lower case; empty if missing. */
  readonly type: string;
  /** Without byte order mark. Complete if the status is 2xx, otherwise as much as could be read. */
  readonly body: string;
  /** The wait in `Retry-After`, in milliseconds: 0 to 7 days; null if missing or invalid. */
  readonly retryAfterMs: number | null;
}

/** Why there is no response. */
export interface NoHostAnswer {
  readonly kind: "none";
  /**
   * - `timeout`: not complete within the time limit
   * - `too-large`: more than `mostBytes`
   * - `unreachable`: no connection, or the connection was lost
   * - `redirected-away`: redirect to another host, to an invalid address, or too many redirects
   * - `private-address`: the host is not, or may not be, on the public internet; no request was sent
   * - `not-https`: not a plain https address (another scheme, a port, a user name); no request was sent
   * - `undecodable`: decompression failed, or the body is not UTF-8
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

/** Sends one request to a host, without cookies, and follows redirects on the same host. Never rejects. */
export type Ask = (asked: Asked) => Promise<Answered>;
