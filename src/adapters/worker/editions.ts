import type { ServedStore, TimesTold } from "../../http/current.ts";
import { type Edition, unpackEdition, editionOf as wholeEdition } from "../../http/edition.ts";
import type { DataSet } from "../../model/event.ts";
import type { ReadingDays, TimesData } from "../../model/times.ts";
import { DataSetMissing, type Log } from "../../ports.ts";
import type { Bytes } from "../../render/bytes.ts";
import type { Format } from "../../render/format.ts";
import { decode } from "../dataset/codec.ts";
import { HOURS, readHours, toldBy, withHours } from "../store/kv-hours.ts";
import {
  type DraftPointer,
  dataKey,
  draftKey,
  editionKey,
  POINTER,
  type Pointer,
  readDraftPointer,
  readPointer,
  TIMES,
  versionsOf,
} from "../store/pointer.ts";
import { baseOf } from "../store/served.ts";
import type { Namespace } from "./bindings.ts";
import { EDITION, READINGS, renderedPart, UID_DOMAIN } from "./parts.ts";
import { SNAPSHOT, type Snapshot } from "./snapshot.ts";

/** Most requests do without it, and so it is evaluated only when it is needed. */
const codec = () => import("../times/codec.ts");

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
 * it is there. Each of them with hours, where it was prepared with those: a version of its own.
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
  let hours: readonly string[] | null = null;
  let warned = "";
  let asked = Number.NEGATIVE_INFINITY;
  let edition: Edition | undefined;

  async function look(): Promise<readonly string[]> {
    if (now() - asked < LOOK_SECONDS * 1_000 && versions.length > 0) return versions;
    const [text, list, deployed] = await Promise.all([lookAt(POINTER), lookAt(HOURS), deployedNow()]);
    // What was once seen is not forgotten for what cannot be read.
    pointer = (text === null ? null : readPointer(text)) ?? pointer;
    hours = readHours(list) ?? hours;
    const published = versionsOf(pointer, deployed.version);
    const draft = drafts && published[0] !== undefined ? await draftOf(published[0]) : null;
    const told = toldBy({ hours, pointer, draft, deployed: deployed.served });
    versions = withHours(draft === null ? published : [draft.version, ...published], told);
    asked = now();
    return versions;
  }

  const lookAt = (key: string) =>
    kv.get(key, { type: "text", cacheTtl: LOOK_SECONDS }).catch((error: Error) => {
      log.warn(`${key}: cannot be read: ${error.message}`);
      return null;
    });

  /** Of what is deployed: the version of the data set, and that of the edition where it has hours. */
  async function deployedNow(): Promise<{ readonly version: string | null; readonly served: string | null }> {
    const version = await snapshot.version().catch(() => null);
    return { version, served: await snapshot.served().catch(() => null) };
  }

  async function isDeployed(version: string): Promise<boolean> {
    const deployed = await deployedNow();
    return version === (deployed.served ?? deployed.version);
  }

  async function draftOf(base: string): Promise<DraftPointer | null> {
    const text = await kv.get(draftKey(base), { type: "text", cacheTtl: LOOK_SECONDS }).catch(() => null);
    return readDraftPointer(text);
  }

  async function textOf(version: string): Promise<string | null> {
    if (await isDeployed(version)) return (await snapshot.file(SNAPSHOT.edition)).text();
    return kv.get(editionKey(version, EDITION), { type: "text", cacheTtl: VERSION_SECONDS });
  }

  /** What was rendered of a version by this very release. */
  async function renderedOf(version: string, view: Format): Promise<Bytes | null> {
    if (await isDeployed(version))
      return domain === UID_DOMAIN ? bytesOf(await (await snapshot.file(SNAPSHOT.rendered(view))).arrayBuffer()) : null;
    if (release === null) return null;
    const key = editionKey(version, renderedPart(release, view));
    return bytesOf(await kv.get(key, { type: "arrayBuffer", cacheTtl: VERSION_SECONDS }));
  }

  async function dataOf(version: string): Promise<DataSet> {
    const base = baseOf(version);
    if (base === version) return printedOf(version);
    const key = editionKey(version, READINGS);
    const text = (await isDeployed(version))
      ? await snapshot.times()
      : await kv.get(key, { type: "text", cacheTtl: VERSION_SECONDS });
    if (text === null) throw new DataSetMissing(`${key}: is not visible`);
    const { joinTimes } = await import("../../times/join.ts");
    const { decodeTimes } = await codec();
    return { ...joinTimes(await printedOf(base), decodeTimes(text, key)), version };
  }

  async function printedOf(version: string): Promise<DataSet> {
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
    if (text === null) return { ...wholeEdition(await dataOf(version)), reading };
    let whole: Promise<DataSet> | undefined;
    const all = () => {
      whole ??= dataOf(version).catch((error) => {
        whole = undefined;
        throw error;
      });
      return whole;
    };
    return { ...unpackEdition(text, version, { all, rendered: (view) => renderedOf(version, view) }), reading };
  }

  const readingsNow = async () =>
    (await kv.get(TIMES, { type: "text", cacheTtl: LOOK_SECONDS })) ?? (await snapshot.times());
  let readTimes: (() => Promise<TimesData | null>) | undefined;

  /** Goes on while what is served stays. */
  async function reading(id: string): Promise<ReadingDays | undefined> {
    const text = await readingsNow().catch(() => null);
    return text === null ? undefined : (await codec()).readingIn(text, id);
  }

  return {
    async version() {
      return (await look())[0] ?? null;
    },
    async times(): Promise<TimesTold> {
      try {
        readTimes ??= (await import("../times/kv.ts")).timesReader(readingsNow);
        return { data: await readTimes(), trouble: null };
      } catch (error) {
        const { message } = error as Error;
        if (message !== warned) log.warn(message);
        warned = message;
        return { data: null, trouble: message };
      }
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
