import { addressIn } from "../settings.ts";
import type { ChosenSource } from "../source/chosen.ts";
import { UsageError, wholeNumber } from "./command.ts";

/** Options for the source of issues, of the commands that sync. */
export const SOURCE_OPTIONS = {
  from: { type: "string", multiple: true },
  "draft-from": { type: "string" },
  repository: { type: "string" },
  ref: { type: "string" },
  api: { type: "string" },
  raw: { type: "string" },
  "time-limit": { type: "string" },
} as const;

export const SOURCE_HELP = `  --from DIR         read issues from a folder, from files named like 2025-01-08-….md; may be repeated. Anything else with
                     such a name, and files larger than 4 MiB, are skipped with a warning. Default: read from GitHub; set
                     GITHUB_TOKEN in the environment to raise the rate limit
  --draft-from DIR   read drafts from a folder, like draft/ in the newsletter's repository; requires --from and --draft
  --repository NAME  GitHub repository (default: rust-lang/this-week-in-rust)
  --ref REF          branch, tag or commit (default: the repository's default branch)
  --api URL          GitHub API (default: https://api.github.com)
  --raw URL          host of raw files (default: https://raw.githubusercontent.com)
  --time-limit SEC   time limit for all requests to GitHub, in seconds (default: 120)`;

const REPOSITORY = /^[\w.-]{1,100}\/[\w.-]{1,100}$/;
/** Names that git allows, without characters that have a meaning in URLs. */
const REF = /^(?!\/|.*(?:\.\.|\/\/|\/$))[^\s\p{C}~^:?*[\\#%]{1,250}$/u;

export interface SourceValues {
  readonly from?: readonly string[] | undefined;
  readonly draft?: boolean | undefined;
  readonly "draft-from"?: string | undefined;
  readonly repository?: string | undefined;
  readonly ref?: string | undefined;
  readonly api?: string | undefined;
  readonly raw?: string | undefined;
  readonly "time-limit"?: string | undefined;
}

/** The source that the options describe. Throws {@link UsageError} for conflicting options, {@link SettingRefused} for invalid ones. */
export function chosenBy(values: SourceValues): ChosenSource {
  const { from, draft = false, "draft-from": drafts, repository, ref, api, raw, "time-limit": limit } = values;
  if ((drafts !== undefined) !== (draft && from !== undefined))
    throw new UsageError("--draft with --from requires --draft-from, and --draft-from requires both");
  if (from) {
    if (repository || ref || api || raw || limit)
      throw new UsageError("--from cannot be combined with options for GitHub");
    return { folders: from, drafts };
  }
  return {
    ...(repository ? { repository: matching("repository", repository, REPOSITORY, "owner/name") } : {}),
    ...(ref ? { ref: matching("ref", ref, REF, "a branch, tag or commit") } : {}),
    ...(api ? { api: addressIn("--api", api) } : {}),
    ...(raw ? { raw: addressIn("--raw", raw) } : {}),
    ...(limit ? { timeLimitMs: 1_000 * wholeNumber("time-limit", limit, 1, 86_400) } : {}),
  };
}

function matching(option: string, text: string, pattern: RegExp, what: string): string {
  if (pattern.test(text)) return text;
  throw new UsageError(`--${option} takes ${what}, not ${JSON.stringify(text.slice(0, 250))}`);
}
