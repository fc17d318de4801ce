import { NoData, type ServedStore, type StoredTimes } from "../../http/current.ts";
import { type Edition, unpackEdition, editionOf as wholeEdition } from "../../http/edition.ts";
import type { DataSet } from "../../model/event.ts";
import type { ReadingDays, TimesData } from "../../model/times.ts";
import { DataSetBroken, DataSetMissing, inFull, isOurs, type Log } from "../../ports.ts";
import type { Bytes } from "../../render/bytes.ts";
import type { Format } from "../../render/formats.ts";
import { decode } from "../dataset/codec.ts";
import { opened } from "../seal.ts";
import { HOURS, listedVersions, readHours, withHours } from "../store/kv-hours.ts";
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
import { baseOf, servedAs } from "../store/served.ts";
import type { Namespace } from "./bindings.ts";
import { DEPLOYED, type Deployment } from "./deployment.ts";
import { EDITION, READINGS, renderedPart, UID_DOMAIN } from "./parts.ts";

/** Loaded on demand, because most requests do not need it. */
const codec = () => import("../times/codec.ts");

/** Interval between checks for a newer version, in seconds; the minimum of KV. */
const LOOK_SECONDS = 30;
/** Values of a version never change, but KV also caches missing values for this time, so it must be short. */
const VERSION_SECONDS = 60;

export interface EditionOptions {
  readonly kv: Namespace;
  readonly deployment: Deployment;
  /** Tells this deployment from others, which may render in another way; null when it is not known. */
  readonly release: string | null;
  /** Domain after the `@` in every UID. */
  readonly domain: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Pick<Log, "warn">;
  /** Whether events of the draft of the next issue are shown. */
  readonly drafts?: boolean;
}

/**
 * The editions that a Worker serves: those prepared by the sync, or the deployed one. While the newest is not visible yet,
 * reads the previous one, or uses the one read last. With `drafts`, prefers the newest edition with the draft of the next
 * issue, if there is one. Prefers editions with start times, which are separate versions. Corrupted values are treated as
 * missing. Data that is only in the complete data set gives {@link NoData} while that is unreadable.
 */
export function editionStore({
  kv,
  deployment,
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
  /** Whether there may be a newer version than the known ones, because no pointer could be read yet. */
  let isBlind = false;
  let edition: Edition | undefined;

  async function look(): Promise<readonly string[]> {
    // Must not stop checking if the clock was set back.
    if (now() >= asked && now() - asked < LOOK_SECONDS * 1_000 && versions.length > 0) return versions;
    const [text, list, deployed] = await Promise.all([lookAt(POINTER), lookAt(HOURS), deployedNow()]);
    // Keep the last pointer if it cannot be read.
    pointer = (typeof text === "string" ? readPointer(text) : null) ?? pointer;
    isBlind = pointer === null && text !== null;
    hours = readHours(list ?? null) ?? hours;
    const published = versionsOf(pointer, deployed.version);
    const draft = drafts && published[0] !== undefined ? await draftOf(published[0]) : null;
    const listed = listedVersions({ hours, pointer, draft, deployed: deployed.served });
    versions = withHours(draft === null ? published : [draft.version, ...published], listed);
    asked = now();
    return versions;
  }

  /** The value of a key; undefined if it cannot be read. */
  const lookAt = (key: string) =>
    kv.get(key, { type: "text", cacheTtl: LOOK_SECONDS }).catch((error: unknown) => {
      log.warn(`${key}: cannot be read: ${inFull(error)}`);
      return undefined;
    });

  /** A part of a stored edition; null if it is missing or corrupted. */
  async function partOf(version: string, part: string): Promise<Bytes | null> {
    const key = editionKey(version, part);
    const bytes = bytesOf(await kv.get(key, { type: "arrayBuffer", cacheTtl: VERSION_SECONDS }));
    const whole = bytes && (await opened(key, bytes));
    if (bytes !== null && whole === null) log.warn(`${key}: checksum mismatch`);
    return whole;
  }

  /** The deployed version of the data set, and that of the edition with start times. */
  async function deployedNow(): Promise<{ readonly version: string | null; readonly served: string | null }> {
    const version = await deployment.version().catch(() => null);
    return { version, served: await deployment.served().catch(() => null) };
  }

  async function isDeployed(version: string): Promise<boolean> {
    const deployed = await deployedNow();
    return version === (deployed.served ?? deployed.version);
  }

  async function draftOf(base: string): Promise<DraftPointer | null> {
    const text = await kv.get(draftKey(base), { type: "text", cacheTtl: LOOK_SECONDS }).catch(() => null);
    return readDraftPointer(base, text);
  }

  async function textOf(version: string): Promise<string | null> {
    if (await isDeployed(version)) return (await deployment.file(DEPLOYED.edition)).text();
    const bytes = await partOf(version, EDITION);
    return bytes && new TextDecoder().decode(bytes);
  }

  /** What this release rendered of a version. */
  async function renderedOf(version: string, view: Format): Promise<Bytes | null> {
    if (await isDeployed(version))
      return domain === UID_DOMAIN
        ? bytesOf(await (await deployment.file(DEPLOYED.rendered(view))).arrayBuffer())
        : null;
    return release === null ? null : partOf(version, renderedPart(release, view));
  }

  async function dataOf(version: string): Promise<DataSet> {
    const base = baseOf(version);
    if (base === version) return printedOf(version);
    const key = editionKey(version, READINGS);
    const text = (await isDeployed(version))
      ? await deployment.times()
      : await kv.get(key, { type: "text", cacheTtl: VERSION_SECONDS });
    if (text === null) throw new DataSetMissing(`${key}: is not visible`);
    const { joinTimes } = await import("../../times/join.ts");
    const { decodeTimes, servedVersion } = await codec();
    const times = decodeTimes(text, key);
    if (servedAs(base, servedVersion(times)) !== version) throw new DataSetBroken(`${key}: contains other readings`);
    return { ...joinTimes(await printedOf(base), times), version };
  }

  async function printedOf(version: string): Promise<DataSet> {
    if (version === (await deployment.version().catch(() => null))) return deployment.read();
    const key = dataKey(version);
    const bytes = await kv.get(key, { type: "arrayBuffer", cacheTtl: VERSION_SECONDS });
    if (bytes === null) throw new DataSetMissing(`${key}: is not visible`);
    const data = await decode(new Uint8Array(bytes), key);
    if (data.version !== version) throw new DataSetBroken(`${key}: contains ${data.version}`);
    return data;
  }

  async function editionOf(version: string): Promise<Edition> {
    if (edition?.version === version) return edition;
    const text = await textOf(version).catch((error: unknown) => {
      log.warn(inFull(error));
      return null;
    });
    // Prepared by another release in another format, or corrupted.
    if (text === null) return { ...wholeEdition(await dataOf(version)), reading };
    let whole: Promise<DataSet> | undefined;
    const all = () => {
      whole ??= dataOf(version).catch((error: unknown) => {
        whole = undefined;
        log.warn(inFull(error));
        throw new NoData(`the complete data set of ${version} cannot be read`, { cause: error });
      });
      return whole;
    };
    return { ...unpackEdition(text, version, { all, rendered: (view) => renderedOf(version, view) }), reading };
  }

  const readingsNow = async () =>
    (await kv.get(TIMES, { type: "text", cacheTtl: LOOK_SECONDS })) ?? (await deployment.times());
  let readTimes: (() => Promise<TimesData | null>) | undefined;
  let wholeReadings: string | undefined;

  /** The readings of one event, up to date even if the edition does not change. */
  async function reading(id: string): Promise<ReadingDays | undefined> {
    const text = await readingsNow().catch(() => null);
    if (text === null) return undefined;
    const { isWhole, readingIn } = await codec();
    if (text !== wholeReadings && !(await isWhole(text))) return undefined;
    wholeReadings = text;
    return readingIn(text, id);
  }

  return {
    async version() {
      const [best] = await look();
      return isBlind ? "not known" : (best ?? null);
    },
    async times(): Promise<StoredTimes> {
      try {
        readTimes ??= (await import("../times/kv.ts")).timesReader(readingsNow);
        return { data: await readTimes(), trouble: null };
      } catch (error) {
        const text = inFull(error);
        if (text !== warned) log.warn(text);
        warned = text;
        return { data: null, trouble: isOurs(error) ? error.message : `${TIMES}: cannot be read` };
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
      throw trouble ?? new DataSetMissing(`${POINTER}: no version can be read: ${known.join(", ") || "none is known"}`);
    },
  };
}

function bytesOf(buffer: ArrayBuffer | null): Bytes | null {
  return buffer === null ? null : new Uint8Array(buffer);
}
