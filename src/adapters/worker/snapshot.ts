import type { DataSet } from "../../model/event.ts";
import { DataSetMissing } from "../../ports.ts";
import type { Format } from "../../render/format.ts";
import { decode } from "../dataset/codec.ts";
import type { Embedded } from "../store/kv.ts";
import type { Assets } from "./bindings.ts";

/** The files of a deployed snapshot. */
export const SNAPSHOT = {
  /** The version alone; where organisers' calendars were read, a second line with that of the edition, which has their hours. */
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

/** What was deployed with the Worker. It never changes. */
export interface Snapshot {
  /** Null when nothing is deployed. */
  version(): Promise<string | null>;
  /** The version of the edition; null where nothing was read from organisers, and it is that of the data set. */
  served(): Promise<string | null>;
  read(): Promise<DataSet>;
  /** The text of what was read from organisers; null for nothing. */
  times(): Promise<string | null>;
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

  const file = async (name: string) => good(name, await ask(name));

  async function line(number: number): Promise<string | null> {
    if (lines === undefined) {
      const response = await ask(SNAPSHOT.version);
      lines = response.status === 404 ? [] : (await good(SNAPSHOT.version, response).text()).trim().split("\n");
    }
    return lines[number] ?? null;
  }

  const served = () => line(1);
  return {
    file,
    version: () => line(0),
    served,
    async times() {
      return (await served()) === null ? null : (await file(SNAPSHOT.times)).text();
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
