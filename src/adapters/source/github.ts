import * as z from "zod";
import { type IssueFile, type IssueSource, SourceUnreachable } from "../../ports.ts";
import { blobId } from "./blob.ts";
import { draftFile, inOrder, issueFile, toCome } from "./names.ts";
import { type Answer, type Patience, request } from "./request.ts";

/** Keeps one text between runs, so that a listing that did not change is not sent again. */
export interface Memory {
  /** Null when there is none or it cannot be read. */
  load(): Promise<string | null>;
  save(text: string): Promise<void>;
}

export interface GitHubOptions {
  /** `rust-lang/this-week-in-rust` unless told. */
  readonly repository?: string;
  /** Branch, tag or commit; the default branch unless told. */
  readonly ref?: string;
  readonly api?: string;
  readonly raw?: string;
  /** Raises the rate limit from 60 to 5,000 requests an hour. Sent to `api` alone. */
  readonly token?: string | undefined;
  readonly memory?: Memory;
  /** For all that one source does, from its first request on; 120,000 unless told. */
  readonly timeLimitMs?: number;
  readonly tries?: number;
  readonly firstWaitMs?: number;
  readonly tryMs?: number;
}

const SHA = /^[0-9a-f]{40}$/;
const treeSchema = z.object({
  truncated: z.boolean(),
  tree: z.array(z.object({ path: z.string(), type: z.string(), sha: z.string().regex(SHA) })),
});
const fileSchema = z.object({ name: z.string(), issue: z.iso.date(), blob: z.string().regex(SHA) });
const listingSchema = z.object({
  /** What was asked: another repository or ref has another listing. */
  url: z.string(),
  etag: z.string(),
  commit: z.string().regex(SHA),
  files: z.array(fileSchema),
  drafts: z.array(fileSchema.extend({ draft: z.literal(true).exactOptional() })),
});
type Listing = z.infer<typeof listingSchema>;

/** Folders of the newsletter's repository. */
const [ISSUES, DRAFTS] = ["content/", "draft/"];

/**
 * The newsletter's repository on GitHub: one conditional request for its newest commit, one for that commit's files when
 * there is a new one, and one for each issue that is read, always as of that commit.
 */
export function githubSource(options: GitHubOptions = {}): IssueSource {
  const { repository = "rust-lang/this-week-in-rust", ref = "HEAD", token, memory } = options;
  const { api = "https://api.github.com", raw = "https://raw.githubusercontent.com", timeLimitMs = 120_000 } = options;
  const { tries = 5, firstWaitMs = 500, tryMs = 30_000 } = options;
  const headers = { "user-agent": "twir-calendar", ...(token ? { authorization: `Bearer ${token}` } : {}) };
  let patience: Patience | null = null;
  let commit: string | null = null;
  let drafts: readonly IssueFile[] = [];
  const ask = (url: string, more: Record<string, string>, check: Parameters<typeof request>[3]) => {
    patience ??= { tries, firstWaitMs, tryMs, endsAt: performance.now() + timeLimitMs };
    return request(url, more, patience, check);
  };

  return {
    async list() {
      const url = `${api}/repos/${repository}/commits/${ref}`;
      const known = remembered(await memory?.load(), url);
      const condition = known ? { "if-none-match": known.etag } : {};
      const head = await ask(url, { ...headers, accept: "application/vnd.github.sha", ...condition }, (answer) =>
        (answer.status === 304 && known) || SHA.test(textOf(answer).trim()) ? null : "answers no commit id",
      );
      const newest = head.status === 304 && known ? known.commit : textOf(head).trim();
      commit = newest;
      const etag = head.headers.get("etag");
      const isKnown = known?.commit === newest;
      const listed = isKnown ? known : await filesOf(newest);
      drafts = listed.drafts;
      if (etag && !isKnown)
        await memory?.save(JSON.stringify({ url, etag, commit: newest, ...listed } satisfies Listing));
      return listed.files;
    },
    drafts: () => drafts,
    async read(file) {
      if (commit === null) throw new SourceUnreachable(`${file.name}: read before the listing`);
      const url = `${raw}/${repository}/${commit}/${file.draft ? DRAFTS : ISSUES}${encodeURIComponent(file.name)}`;
      const isThat = async ({ bytes }: Answer) =>
        (await blobId(bytes)) === file.blob ? null : "answers other bytes than were listed";
      const answer = await ask(url, { "user-agent": headers["user-agent"] }, isThat);
      return answer.bytes;
    },
  };

  async function filesOf(newest: string): Promise<Pick<Listing, "files" | "drafts">> {
    const url = `${api}/repos/${repository}/git/trees/${newest}?recursive=1`;
    const more = { ...headers, accept: "application/vnd.github+json" };
    const answer = await ask(url, more, (each) =>
      parse(treeSchema, textOf(each)) ? null : "answers no listing of files",
    );
    const listing = parse(treeSchema, textOf(answer));
    if (!listing || listing.truncated) throw new SourceUnreachable(`${url}: answers only a part of the listing`);
    const within = (folder: string, read: typeof issueFile) =>
      listing.tree.flatMap(({ path, type, sha }) => {
        const name = path.startsWith(folder) ? path.slice(folder.length) : "";
        return (type === "blob" && !name.includes("/") && read(name, sha)) || [];
      });
    const files = inOrder(within(ISSUES, issueFile));
    if (files.length === 0) throw new SourceUnreachable(`${url}: lists no issue in ${ISSUES}`);
    return { files, drafts: toCome(within(DRAFTS, draftFile), files) };
  }
}

function remembered(text: string | null | undefined, url: string): Listing | null {
  const listing = text ? parse(listingSchema, text) : null;
  return listing?.url === url ? listing : null;
}

function textOf(answer: Answer): string {
  return new TextDecoder().decode(answer.bytes);
}

/** What `text` says as JSON, null when it is none or of another shape. */
function parse<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
