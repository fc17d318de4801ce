import { addressIn } from "../settings.ts";
import type { ChosenSource } from "../source/chosen.ts";
import { UsageError, wholeNumber } from "./command.ts";

/** Where issues come from, for the commands that take them in. */
export const SOURCE_OPTIONS = {
  from: { type: "string", multiple: true },
  "draft-from": { type: "string" },
  repository: { type: "string" },
  ref: { type: "string" },
  api: { type: "string" },
  raw: { type: "string" },
  "time-limit": { type: "string" },
} as const;

export const SOURCE_HELP = `  --from DIR         a folder of issues, named like 2025-01-08-….md; repeat it to read several as one. What is so named and
                     no regular file of up to 4 MiB is left out, and told. Without it the issues come from GitHub;
                     GITHUB_TOKEN in the environment raises the rate limit
  --draft-from DIR   with --from and --draft: a folder of drafts, as the newsletter keeps them in draft/ beside content/
  --repository NAME  rust-lang/this-week-in-rust
  --ref REF          branch, tag or commit; the default branch unless told
  --api URL          https://api.github.com
  --raw URL          https://raw.githubusercontent.com
  --time-limit SEC   for all that is asked of GitHub; 120 seconds`;

const REPOSITORY = /^[\w.-]{1,100}\/[\w.-]{1,100}$/;
/** As git has them, without signs that mean something else in an address. */
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

/** What the options name; throws {@link UsageError} when they do not fit together, {@link SettingRefused} for what is no address. */
export function chosenBy(values: SourceValues): ChosenSource {
  const { from, draft = false, "draft-from": drafts, repository, ref, api, raw, "time-limit": limit } = values;
  if ((drafts !== undefined) !== (draft && from !== undefined))
    throw new UsageError("--draft and --from need --draft-from, and --draft-from needs them");
  if (from) {
    if (repository || ref || api || raw || limit)
      throw new UsageError("--from reads folders: the other options are GitHub's");
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
