import type { KeyValues } from "../store/key-values.ts";

/** A KV namespace with the options of Workers. */
export interface Namespace extends KeyValues {
  get(key: string, type: "text"): Promise<string | null>;
  get(key: string, type: "arrayBuffer"): Promise<ArrayBuffer | null>;
  /** Values read here in the last `cacheTtl` seconds, at least 30, come from a cache. */
  get(key: string, options: { readonly type: "text"; readonly cacheTtl: number }): Promise<string | null>;
  get(key: string, options: { readonly type: "arrayBuffer"; readonly cacheTtl: number }): Promise<ArrayBuffer | null>;
}

/** The files deployed with the Worker. */
export interface Assets {
  fetch(address: string): Promise<Response>;
}

/** Bindings from `wrangler.toml` and from the deployment. */
export interface Bindings {
  readonly ASSETS: Assets;
  readonly EVENTS: Namespace;
  /** Changes with every deployment. */
  readonly RELEASE?: { readonly id: string };
  /** Public address used in the calendars. Default: the address of the request. */
  readonly SITE_URL?: string;
  /** Domain after the `@` in every event's UID. */
  readonly UID_DOMAIN?: string;
  /** Answer as of this day. */
  readonly TODAY?: string;
  /** Raises GitHub's rate limit. */
  readonly GITHUB_TOKEN?: string;
  /** The newsletter's repository, `owner/name`. */
  readonly GITHUB_REPOSITORY?: string;
  /** `yes`: also show events from the draft of the next issue, marked as drafts. */
  readonly DRAFT?: string;
  /** `no`: do not read organisers' calendars. */
  readonly TIMES?: string;
  /** Addresses of GitHub, for tests. */
  readonly GITHUB_API?: string;
  readonly GITHUB_RAW?: string;
  /** Address of a server that stands in for organisers' hosts, for tests. */
  readonly TIMES_VIA?: string;
}

/** Whether to show drafts: only with an explicit yes. */
export function wantsDrafts({ DRAFT = "" }: Pick<Bindings, "DRAFT">): boolean {
  return /^(yes|true|1)$/i.test(DRAFT);
}

/** Whether to read organisers' calendars: unless there is an explicit no. */
export function wantsTimes({ TIMES = "" }: Pick<Bindings, "TIMES">): boolean {
  return !/^(no|false|0)$/i.test(TIMES);
}

/** Lets work continue after the response was sent. */
export interface Context {
  waitUntil(work: Promise<unknown>): void;
}
