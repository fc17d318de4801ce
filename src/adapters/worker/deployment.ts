import { bytesToHex } from "@noble/hashes/utils.js";
import type { DataSet } from "../../model/event.ts";
import { DataSetBroken, DataSetMissing } from "../../ports.ts";
import type { Format } from "../../render/formats.ts";
import { decode } from "../dataset/codec.ts";
import type { Embedded } from "../store/kv.ts";
import type { Assets } from "./bindings.ts";

/** Names of the files that are deployed. */
export const DEPLOYED = {
  /** The version; that of the edition where it has hours of organisers' calendars, else an empty line; then digests of the others. */
  version: "version.txt",
  data: "events.json",
  /** What was read from organisers' calendars. */
  times: "times.json",
  /** Fields of `package.json` for `User-Agent`. */
  program: "program.json",
  edition: "edition.json",
  gazetteer: "gazetteer.json",
  rendered: (view: Format) => `rendered.${view}.bin`,
} as const;

/** The text of {@link DEPLOYED.version}. `digests` has the SHA-256 of each file, in hex. */
export function versionText(version: string, served: string | null, digests: ReadonlyMap<string, string>): string {
  const lines = [...digests].map(([name, digest]) => `${digest}  ${name}`);
  return `${[version, served ?? "", ...lines].join("\n")}\n`;
}

/** What was deployed with the Worker. It never changes. */
export interface Deployment {
  /** Null when nothing is deployed. */
  version(): Promise<string | null>;
  /** Version of the edition with start times; null if there are none. */
  served(): Promise<string | null>;
  /** The data set. Rejects with {@link DataSetBroken} if it has another version. */
  read(): Promise<DataSet>;
  /** The text of the times file; null if there is none. */
  times(): Promise<string | null>;
  /** A file. Rejects with {@link DataSetBroken} if its digest does not match. */
  file(name: string): Promise<Response>;
}

/** What is deployed among `assets`. */
export function deploymentIn(assets: Assets): Deployment {
  let lines: readonly string[] | undefined;

  const ask = (name: string) => assets.fetch(`https://assets.invalid/${name}`);

  function good(name: string, response: Response): Response {
    if (response.status === 200) return response;
    throw new DataSetMissing(`${name}: is not deployed: HTTP ${response.status}`);
  }

  async function file(name: string): Promise<Response> {
    const bytes = await good(name, await ask(name)).arrayBuffer();
    const digest = bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
    if (!(await versionLines()).includes(`${digest}  ${name}`)) throw new DataSetBroken(`${name}: checksum mismatch`);
    return new Response(bytes);
  }

  async function versionLines(): Promise<readonly string[]> {
    if (lines === undefined) {
      const response = await ask(DEPLOYED.version);
      lines = response.status === 404 ? [] : (await good(DEPLOYED.version, response).text()).split("\n");
    }
    return lines;
  }

  const version = async () => (await versionLines())[0] || null;
  const served = async () => (await versionLines())[1] || null;
  return {
    file,
    version,
    served,
    async times() {
      return (await served()) === null ? null : (await file(DEPLOYED.times)).text();
    },
    async read() {
      const response = good(DEPLOYED.data, await ask(DEPLOYED.data));
      const data = await decode(new Uint8Array(await response.arrayBuffer()), DEPLOYED.data);
      if (data.version !== (await version())) throw new DataSetBroken(`${DEPLOYED.data}: holds ${data.version}`);
      return data;
    },
  };
}

/** As the sync needs it; null when nothing is deployed. */
export async function embeddedOf(deployment: Deployment): Promise<Embedded | null> {
  const version = await deployment.version().catch(() => null);
  return version === null ? null : { version, read: deployment.read };
}
