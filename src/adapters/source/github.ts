import * as z from "zod";
import { once } from "../../model/once.ts";
import { type IssueFile, type IssueSource, type Log, SourceUnreachable } from "../../ports.ts";
import { masked, reveals } from "../mask.ts";
import { openJson, sealJson } from "../seal.ts";
import { addressIn, tokenIn } from "../settings.ts";
import { blobId } from "./blob.ts";
import { MOST_ISSUE_BYTES, TOO_LARGE } from "./issue-size.ts";
import { draftFile, inOrder, isPath, isPlain, issueFile, quoted, toCome } from "./names.ts";
import { type Answer, type Patience, request } from "./request.ts";

/** Stores one text between runs, to cache the listing. */
export interface Memory {
  /** The stored text; null if there is none, or it cannot be read. */
  load(): Promise<string | null>;
  /** Stores a text; never rejects. */
  save(text: string): Promise<void>;
}

export interface GitHubOptions {
  /** Default: `rust-lang/this-week-in-rust`. */
  readonly repository?: string;
  /** Branch, tag or commit. Default: the default branch. */
  readonly ref?: string;
  readonly api?: string;
  readonly raw?: string;
  /** Raises the rate limit from 60 to 5,000 requests an hour. Only sent to `api`. */
  readonly token?: string | undefined;
  readonly memory?: Memory;
  /** Receives warnings about skipped files. */
  readonly log?: Pick<Log, "warn">;
  /** Time limit for all requests of one source, from its first request. Default: 120,000. */
  readonly timeLimitMs?: number;
  readonly tries?: number;
  readonly firstWaitMs?: number;
  readonly tryMs?: number;
}

const SHA = /^[0-9a-f]{40}$/;
/** ETags that can be sent back unchanged in a header. */
const ETAG = /^[!-~]{1,200}$/;
const treeSchema = z.object({
  truncated: z.boolean(),
  tree: z.array(
    z.object({ path: z.string(), type: z.string(), sha: z.string().regex(SHA), size: z.number().exactOptional() }),
  ),
});
const fileSchema = z.object({ name: z.string(), issue: z.iso.date(), blob: z.string().regex(SHA) });
const listingSchema = z.object({
  /** Address of the request: other repositories and refs have other listings. */
  url: z.string(),
  etag: z.string().regex(ETAG),
  commit: z.string().regex(SHA),
  files: z.array(fileSchema),
  drafts: z.array(fileSchema.extend({ draft: z.literal(true).exactOptional() })),
});
type Listing = z.infer<typeof listingSchema>;

/** Folders of the newsletter's repository. */
const [ISSUES, DRAFTS] = ["content/", "draft/"];

/**
 * The newsletter's repository on GitHub. Sends one conditional request for its newest commit, one for the files of a new commit,
 * and one for each issue that is read, always as of that commit.
 */
export function githubSource(options: GitHubOptions = {}): IssueSource {
  const { repository = "rust-lang/this-week-in-rust", ref = "HEAD", memory, log } = options;
  const { tries = 5, firstWaitMs = 500, tryMs = 30_000, timeLimitMs = 120_000 } = options;
  // Validated on the first request, so that errors reach its caller.
  const settings = once(() => ({
    token: tokenIn("GITHUB_TOKEN", options.token),
    api: addressIn("GITHUB_API", options.api ?? "https://api.github.com"),
    raw: addressIn("GITHUB_RAW", options.raw ?? "https://raw.githubusercontent.com"),
  }));
  const agent = { "user-agent": "twir-calendar" };
  let patience: Patience | null = null;
  let commit: string | null = null;
  let drafts: readonly IssueFile[] = [];
  const ask = (url: string, headers: Record<string, string>, check: Parameters<typeof request>[3]) => {
    patience ??= { tries, firstWaitMs, tryMs, endsAt: performance.now() + timeLimitMs };
    return request(url, { ...agent, ...headers }, patience, check);
  };
  const askApi = (url: string, headers: Record<string, string>, check: Parameters<typeof request>[3]) => {
    const { token } = settings();
    return ask(url, { ...headers, ...(token && { authorization: `Bearer ${token}` }) }, check);
  };

  return {
    async list() {
      const url = `${settings().api}/repos/${repository}/commits/${ref}`;
      const known = remembered(await memory?.load(), url);
      const condition = known ? { "if-none-match": known.etag } : {};
      const head = await askApi(url, { accept: "application/vnd.github.sha", ...condition }, (answer) =>
        (answer.status === 304 && known) || SHA.test(textOf(answer).trim()) ? null : "the response is not a commit id",
      );
      const newest = head.status === 304 && known ? known.commit : textOf(head).trim();
      const etag = head.headers.get("etag") ?? "";
      refuseEcho(url, newest, etag);
      commit = newest;
      const isKnown = known?.commit === newest;
      const listed = isKnown ? known : await filesOf(newest);
      refuseEcho(url, JSON.stringify(listed));
      drafts = listed.drafts;
      if (ETAG.test(etag) && !isKnown)
        await memory?.save(sealJson(url, { url, etag, commit: newest, ...listed } satisfies Listing));
      return listed.files;
    },
    drafts: () => drafts,
    async read(file) {
      if (commit === null) throw new SourceUnreachable(`${file.name}: call list() before read()`);
      const path = `${file.draft ? DRAFTS : ISSUES}${encodeURIComponent(file.name)}`;
      const isThat = async ({ bytes }: Answer) =>
        (await blobId(bytes)) === file.blob ? null : "the file does not match its blob id";
      return (await ask(`${settings().raw}/${repository}/${commit}/${path}`, {}, isThat)).bytes;
    },
  };

  /** Throws if a response contains the token, so that it is never stored or logged. */
  function refuseEcho(url: string, ...texts: readonly string[]): void {
    if (texts.some((text) => reveals(text, settings().token)))
      throw new SourceUnreachable(`${url}: the response contains the token`);
  }

  function shown(path: string): string {
    return quoted(masked(path, settings().token));
  }

  async function filesOf(newest: string): Promise<Pick<Listing, "files" | "drafts">> {
    const url = `${settings().api}/repos/${repository}/git/trees/${newest}?recursive=1`;
    const answer = await askApi(url, { accept: "application/vnd.github+json" }, (each) =>
      parse(treeSchema, textOf(each)) ? null : "the response is not a listing of files",
    );
    const listing = parse(treeSchema, textOf(answer));
    if (!listing || listing.truncated) throw new SourceUnreachable(`${url}: the listing is truncated`);
    const wrong = wrongIn(listing, shown);
    if (wrong !== null) throw new SourceUnreachable(`${url}: ${wrong}`);
    const within = (folder: string, read: typeof issueFile) =>
      listing.tree.flatMap(({ path, type, sha, size = 0 }) => {
        const name = path.startsWith(folder) ? path.slice(folder.length) : "";
        const file = type === "blob" && !name.includes("/") ? read(name, sha) : null;
        if (file === null) return [];
        const isNamed = isPlain(name);
        if (isNamed && size <= MOST_ISSUE_BYTES) return file;
        const why = isNamed ? TOO_LARGE : "its name contains unprintable characters, or is longer than 255 bytes";
        log?.warn(`${shown(path)}: skipped: ${why}`);
        return [];
      });
    const files = inOrder(within(ISSUES, issueFile));
    if (files.length === 0) throw new SourceUnreachable(`${url}: lists no issues in ${ISSUES}`);
    return { files, drafts: toCome(within(DRAFTS, draftFile), files) };
  }
}

/** Why a listing is invalid; null if it is valid. */
function wrongIn({ tree }: z.infer<typeof treeSchema>, shown: typeof quoted): string | null {
  const seen = new Set<string>();
  for (const { path } of tree) {
    if (!isPath(path)) return `lists ${shown(path)}, which is not a valid path`;
    if (seen.has(path)) return `lists ${shown(path)} twice`;
    seen.add(path);
  }
  return null;
}

function remembered(text: string | null | undefined, url: string): Listing | null {
  const listing = text ? listingSchema.safeParse(openJson(url, text)).data : undefined;
  return listing?.url === url ? listing : null;
}

function textOf(answer: Answer): string {
  return new TextDecoder().decode(answer.bytes);
}

/** Parses and validates JSON; null if it is invalid. */
function parse<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
