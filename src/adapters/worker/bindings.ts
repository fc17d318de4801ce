import type { KeyValues } from "../store/key-values.ts";

/** A KV namespace as a Worker has it. */
export interface Namespace extends KeyValues {
  get(key: string, type: "text"): Promise<string | null>;
  get(key: string, type: "arrayBuffer"): Promise<ArrayBuffer | null>;
  /** What was read here in the last `cacheTtl` seconds, 30 at least, is not asked for again. */
  get(key: string, options: { readonly type: "text"; readonly cacheTtl: number }): Promise<string | null>;
  get(key: string, options: { readonly type: "arrayBuffer"; readonly cacheTtl: number }): Promise<ArrayBuffer | null>;
}

/** The files that were deployed with the Worker. */
export interface Assets {
  fetch(address: string): Promise<Response>;
}

/** What `wrangler.toml`, and whoever deploys, binds to the Worker. */
export interface Bindings {
  readonly ASSETS: Assets;
  readonly EVENTS: Namespace;
  /** Another with every deployment. */
  readonly RELEASE?: { readonly id: string };
  /** Public address that the calendars name; the one that was asked unless set. */
  readonly SITE_URL?: string;
  /** Follows the `@` in every event's UID. */
  readonly UID_DOMAIN?: string;
  /** Answer as of this day. */
  readonly TODAY?: string;
  /** Raises the rate limit of the newsletter's host. */
  readonly GITHUB_TOKEN?: string;
  /** The newsletter's repository, `owner/name`. */
  readonly GITHUB_REPOSITORY?: string;
  /** `yes`: what the coming issue's draft announces is shown, and marked. */
  readonly DRAFT?: string;
  /** `no`: no organiser's calendar is asked for hours. */
  readonly TIMES?: string;
  /** Where its host answers, for tests. */
  readonly GITHUB_API?: string;
  readonly GITHUB_RAW?: string;
  /** Where organisers' hosts answer, for tests. */
  readonly TIMES_VIA?: string;
}

/** Whether the coming issue's draft is wanted: only by a plain yes. */
export function wantsDrafts({ DRAFT = "" }: Pick<Bindings, "DRAFT">): boolean {
  return /^(yes|true|1)$/i.test(DRAFT);
}

/** Whether organisers' calendars are read: unless there is a plain no. */
export function wantsTimes({ TIMES = "" }: Pick<Bindings, "TIMES">): boolean {
  return !/^(no|false|0)$/i.test(TIMES);
}

/** Lets work go on after the answer was sent. */
export interface Context {
  waitUntil(work: Promise<unknown>): void;
}
