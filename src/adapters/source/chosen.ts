import { join } from "node:path";
import type { IssueSource } from "../../ports.ts";
import { terminalLog } from "../node/log.ts";
import { tokenIn } from "../settings.ts";
import { folderSource, withDrafts } from "./folder.ts";
import { type GitHubOptions, githubSource } from "./github.ts";
import { cacheFolder, fileMemory } from "./memory.ts";

/** Where issues come from, in values that another process can be sent: folders, or without them GitHub. */
export interface ChosenSource extends Pick<GitHubOptions, "repository" | "ref" | "api" | "raw" | "timeLimitMs"> {
  readonly folders?: readonly string[];
  /** With folders: one of drafts. */
  readonly drafts?: string | undefined;
}

/** The source that is `chosen`; throws {@link SettingRefused} for a GITHUB_TOKEN that is none. */
export function sourceFrom({ folders, drafts, ...github }: ChosenSource): IssueSource {
  if (folders !== undefined) {
    const issues = folderSource(folders);
    return drafts === undefined ? issues : withDrafts(issues, drafts);
  }
  return githubSource({
    ...github,
    token: tokenIn("GITHUB_TOKEN", process.env.GITHUB_TOKEN),
    log: terminalLog(),
    memory: fileMemory(join(cacheFolder(process.env), "listing.json")),
  });
}
