import { bytesToHex } from "@noble/hashes/utils.js";
import type { DataSet } from "../../model/event.ts";
import { DataSetBroken, DataSetMissing } from "../../ports.ts";
import type { Format } from "../../render/formats.ts";
import { decode } from "../dataset/codec.ts";
import type { Embedded } from "../store/kv.ts";
import type { Assets } from "./bindings.ts";

/** The files of a deployed snapshot. */
export const SNAPSHOT = {
  /** The version; that of the edition where it has hours of organisers' calendars, else an empty line; then digests of the others. */
  version: "version.txt",
  data: "events.json",
  /** What was read from organisers. */
  times: "times.json",
  /** Who asks them. */
  program: "program.json",
  edition: "edition.json",
  gazetteer: "gazetteer.json",
  rendered: (view: Format) => `rendered.${view}.bin`,
} as const;

/** The text of {@link SNAPSHOT.version}. `digests` has the SHA-256 of each file, in hex. */
export function versionText(version: string, served: string | null, digests: ReadonlyMap<string, string>): string {
  const lines = [...digests].map(([name, digest]) => `${digest}  ${name}`);
  return `${[version, served ?? "", ...lines].join("\n")}\n`;
}

/** What was deployed with the Worker. It never changes. */
export interface Snapshot {
  /** Null when nothing is deployed. */
  version(): Promise<string | null>;
  /** The version of the edition; null where nothing was read from organisers, and it is that of the data set. */
  served(): Promise<string | null>;
  /** Rejects with {@link DataSetBroken} for another than that of the version. */
  read(): Promise<DataSet>;
  /** The text of what was read from organisers; null for nothing. */
  times(): Promise<string | null>;
  /** Rejects with {@link DataSetBroken} where its digest is not the one that was deployed with it. */
  file(name: string): Promise<Response>;
}

/** Reads the snapshot among `assets`. */
export function deployedSnapshot(assets: Assets): Snapshot {
  let lines: readonly string[] | undefined;

  const ask = (name: string) => assets.fetch(`https://assets.invalid/${name}`);

  function good(name: string, response: Response): Response {
    if (response.status === 200) return response;
    throw new DataSetMissing(`${name}: is not deployed: ${response.status}`);
  }

  async function file(name: string): Promise<Response> {
    const bytes = await good(name, await ask(name)).arrayBuffer();
    const digest = bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
    if (!(await told()).includes(`${digest}  ${name}`)) throw new DataSetBroken(`${name}: is not what was deployed`);
    return new Response(bytes);
  }

  async function told(): Promise<readonly string[]> {
    if (lines === undefined) {
      const response = await ask(SNAPSHOT.version);
      lines = response.status === 404 ? [] : (await good(SNAPSHOT.version, response).text()).split("\n");
    }
    return lines;
  }

  const version = async () => (await told())[0] || null;
  const served = async () => (await told())[1] || null;
  return {
    file,
    version,
    served,
    async times() {
      return (await served()) === null ? null : (await file(SNAPSHOT.times)).text();
    },
    async read() {
      const response = good(SNAPSHOT.data, await ask(SNAPSHOT.data));
      const data = await decode(new Uint8Array(await response.arrayBuffer()), SNAPSHOT.data);
      if (data.version !== (await version())) throw new DataSetBroken(`${SNAPSHOT.data}: holds ${data.version}`);
      return data;
    },
  };
}

/** As the sync needs it; null when nothing is deployed. */
export async function embeddedOf(snapshot: Snapshot): Promise<Embedded | null> {
  const version = await snapshot.version().catch(() => null);
  return version === null ? null : { version, read: snapshot.read };
}
