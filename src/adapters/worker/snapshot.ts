import type { DataSet } from "../../model/event.ts";
import { DataSetMissing } from "../../ports.ts";
import type { Format } from "../../render/format.ts";
import { decode } from "../dataset/codec.ts";
import type { Embedded } from "../store/kv.ts";
import type { Assets } from "./bindings.ts";

/** The files of a deployed snapshot. */
export const SNAPSHOT = {
  /** The version alone. */
  version: "version.txt",
  data: "events.json",
  edition: "edition.json",
  gazetteer: "gazetteer.json",
  rendered: (view: Format) => `rendered.${view}.bin`,
} as const;

/** What was deployed with the Worker. It never changes. */
export interface Snapshot {
  /** Null when nothing is deployed. */
  version(): Promise<string | null>;
  read(): Promise<DataSet>;
  file(name: string): Promise<Response>;
}

/** Reads the snapshot among `assets`. */
export function deployedSnapshot(assets: Assets): Snapshot {
  let version: string | undefined;

  async function file(name: string): Promise<Response> {
    const response = await assets.fetch(`https://assets.invalid/${name}`);
    if (response.status === 200) return response;
    throw new DataSetMissing(`${name}: is not deployed: ${response.status}`);
  }

  return {
    file,
    async version() {
      version ??= (await (await file(SNAPSHOT.version)).text()).trim();
      return version;
    },
    async read() {
      const response = await file(SNAPSHOT.data);
      return decode(new Uint8Array(await response.arrayBuffer()), SNAPSHOT.data);
    },
  };
}

/** As the sync needs it; null when nothing is deployed. */
export async function embeddedOf(snapshot: Snapshot): Promise<Embedded | null> {
  const version = await snapshot.version().catch(() => null);
  return version === null ? null : { version, read: snapshot.read };
}
