import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, start } from "../adapters/cli/program.ts";
import { TODAY, type WrittenIssue } from "./issues.ts";
import { endAllOf } from "./program.ts";

/** The real program over a data set of its own, made of issues by the real pipeline. */
export interface Site {
  /** Without a slash at its end. */
  readonly url: string;
  readonly folder: string;
  /** Takes an issue in; resolves when the server answers with it. */
  publish(issue: WrittenIssue): Promise<void>;
  /** Reads hours of a group's events on that day from organisers whom `via` plays; resolves when the server answers with them. */
  readHours(day: string, group: string, via: string): Promise<void>;
  close(): void;
}

/** Starts `serve` on a free port with what `first` lists. */
export async function openSite(first: WrittenIssue): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "judges-"));
  const [issues, data] = [join(folder, "issues"), join(folder, "events.json")];
  mkdirSync(issues);
  const takeIn = async ({ name, text }: WrittenIssue) => {
    writeFileSync(join(issues, name), text);
    const { code, stderr } = await run(["sync", "--from", issues, "--data", data]);
    if (code !== 0) throw new Error(`sync ended with ${code}: ${stderr}`);
  };
  const close = () => {
    endAllOf(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const begin = async () => {
    await takeIn(first);
    return start(["serve", "--port", "0", "--data", data, "--today", TODAY, "--offline"], { JUDGED: folder });
  };
  const url = await begin()
    .then(address)
    .catch((error: unknown) => {
      close();
      throw error;
    });
  return {
    url,
    close,
    folder,
    async publish(issue) {
      await takeIn(issue);
      await taken(url, ({ newestIssue }) => issue.name.startsWith(newestIssue));
    },
    async readHours(day, group, via) {
      const { code, stderr } = await run(["times", "--data", data, "--today", day, "--only", group, "--via", via]);
      if (code !== 0) throw new Error(`times ended with ${code}: ${stderr}`);
      await taken(url, ({ times }) => times?.asked?.startsWith(day) ?? false);
    },
  };
}

interface Health {
  readonly newestIssue: string;
  readonly times?: { readonly asked: string | null };
}

/** Resolves when the server at `url` has what is new. */
async function taken(url: string, isNew: (health: Health) => boolean): Promise<void> {
  for (let left = 100; !isNew((await (await fetch(`${url}/health`)).json()) as Health); left--) {
    if (left === 0) throw new Error("the server does not take up what is new");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stdout?.on("data", (text) => {
      printed += text;
      const found = /all events +http:\/\/localhost:(\d+)\/events\.ics/.exec(printed)?.[1];
      // Some clients first try ::1 for "localhost", where no server listens.
      if (found) resolve(`http://127.0.0.1:${found}`);
    });
    child.stderr?.on("data", (text) => {
      printed += text;
    });
    child.on("close", (code) => reject(new Error(`ended with ${code}: ${printed}`)));
  });
}
