import type { ServedStore } from "../../http/current.ts";
import { type Edition, unpackEdition, editionOf as wholeEdition } from "../../http/edition.ts";
import type { DataSet } from "../../model/event.ts";
import { DataSetMissing, type Log } from "../../ports.ts";
import type { Bytes } from "../../render/bytes.ts";
import type { Format } from "../../render/format.ts";
import { decode } from "../dataset/codec.ts";
import {
  dataKey,
  draftKey,
  editionKey,
  POINTER,
  type Pointer,
  readDraftPointer,
  readPointer,
  versionsOf,
} from "../store/pointer.ts";
import type { Namespace } from "./bindings.ts";
import { EDITION, renderedPart, UID_DOMAIN } from "./parts.ts";
import { SNAPSHOT, type Snapshot } from "./snapshot.ts";

/** Which version is the newest is asked for this often, in seconds; KV takes no less. */
const LOOK_SECONDS = 30;
/** What is stored under a version never changes; but that it is not there yet is kept as long, so no longer than it may take. */
const VERSION_SECONDS = 60;

export interface EditionOptions {
  readonly kv: Namespace;
  readonly snapshot: Snapshot;
  /** Tells this deployment from others, which may render in another way; null when it is not known. */
  readonly release: string | null;
  /** What follows the `@` in every UID. */
  readonly domain: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Pick<Log, "warn">;
  /** Whether what the coming issue's draft announces is shown. */
  readonly drafts?: boolean;
}

/**
 * The editions that the sync prepared, or the deployed one: what a Worker answers from. While the newest is not visible yet,
 * the one before is read, or what was read last. With `drafts`, what the coming issue's draft adds to the newest is read where
 * it is there.
 */
export function editionStore({
  kv,
  snapshot,
  release,
  domain,
  now,
  log,
  drafts = false,
}: EditionOptions): ServedStore & { readEdition(): Promise<Edition> } {
  let versions: readonly string[] = [];
  let pointer: Pointer | null = null;
  let asked = Number.NEGATIVE_INFINITY;
  let edition: Edition | undefined;

  async function look(): Promise<readonly string[]> {
    if (now() - asked < LOOK_SECONDS * 1_000 && versions.length > 0) return versions;
    const [text, deployed] = await Promise.all([
      kv.get(POINTER, { type: "text", cacheTtl: LOOK_SECONDS }).catch((error: Error) => {
        log.warn(`${POINTER}: cannot be read: ${error.message}`);
        return null;
      }),
      snapshot.version().catch(() => null),
    ]);
    // A pointer once seen is not forgotten for one that cannot be read.
    pointer = (text === null ? null : readPointer(text)) ?? pointer;
    const published = versionsOf(pointer, deployed);
    const draft = drafts && published[0] !== undefined ? await draftOf(published[0]) : null;
    versions = draft === null ? published : [draft, ...published];
    asked = now();
    return versions;
  }

  async function draftOf(base: string): Promise<string | null> {
    const text = await kv.get(draftKey(base), { type: "text", cacheTtl: LOOK_SECONDS }).catch(() => null);
    return readDraftPointer(text)?.version ?? null;
  }

  async function textOf(version: string): Promise<string | null> {
    if (version === (await snapshot.version().catch(() => null))) return (await snapshot.file(SNAPSHOT.edition)).text();
    return kv.get(editionKey(version, EDITION), { type: "text", cacheTtl: VERSION_SECONDS });
  }

  /** What was rendered of a version by this very release. */
  async function renderedOf(version: string, view: Format): Promise<Bytes | null> {
    if (version === (await snapshot.version().catch(() => null)))
      return domain === UID_DOMAIN ? bytesOf(await (await snapshot.file(SNAPSHOT.rendered(view))).arrayBuffer()) : null;
    if (release === null) return null;
    const key = editionKey(version, renderedPart(release, view));
    return bytesOf(await kv.get(key, { type: "arrayBuffer", cacheTtl: VERSION_SECONDS }));
  }

  async function dataOf(version: string): Promise<DataSet> {
    if (version === (await snapshot.version().catch(() => null))) return snapshot.read();
    const key = dataKey(version);
    const bytes = await kv.get(key, { type: "arrayBuffer", cacheTtl: VERSION_SECONDS });
    if (bytes === null) throw new DataSetMissing(`${key}: is not visible`);
    return decode(new Uint8Array(bytes), key);
  }

  async function editionOf(version: string): Promise<Edition> {
    if (edition?.version === version) return edition;
    const text = await textOf(version);
    // Another release prepared it in another format.
    if (text === null) return wholeEdition(await dataOf(version));
    let whole: Promise<DataSet> | undefined;
    const all = () => {
      whole ??= dataOf(version).catch((error) => {
        whole = undefined;
        throw error;
      });
      return whole;
    };
    return unpackEdition(text, version, { all, rendered: (view) => renderedOf(version, view) });
  }

  return {
    async version() {
      return (await look())[0] ?? null;
    },
    async read() {
      return (await this.readEdition()).all();
    },
    async readEdition() {
      const known = await look();
      let trouble: unknown = null;
      for (const version of known) {
        const found = await editionOf(version).catch((error: unknown) => {
          trouble ??= error;
          return null;
        });
        if (found === null) continue;
        edition = found;
        return found;
      }
      throw trouble ?? new DataSetMissing(`${POINTER}: ${known.join(", ") || "nothing"} can be read`);
    },
  };
}

function bytesOf(buffer: ArrayBuffer | null): Bytes | null {
  return buffer === null ? null : new Uint8Array(buffer);
}
