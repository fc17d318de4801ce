import * as z from "zod";
import { canonicalLink } from "../normalize/link.ts";

const https = z.url({ protocol: /^https$/, error: "is not an https address" });
const format = z.enum(["virtual", "hybrid"]).exactOptional();

/**
 * `data/organisers.json`, edited by hand. `meetup` and `luma` have the format of the newsletter editors' own list, so that
 * either file can be used in place of the other; the other lists are ours.
 */
const schema = z.strictObject({
  /** Only needed for groups without an event page on Meetup, and for those with a title token. */
  meetup: z
    .array(
      z.strictObject({
        url: https.refine((url) => /^(www\.)?meetup\.com$/.test(new URL(url).hostname), "is not a group on meetup.com"),
        event_format: format,
        /** A word in the titles of the group's Rust events; case is ignored. */
        required_title_token: z
          .string()
          .regex(/^[a-z0-9]+$/i)
          .exactOptional(),
      }),
    )
    .default([]),
  luma: z
    .array(
      z.strictObject({
        calendar_url: https.refine((url) => /^(luma\.com|lu\.ma)$/.test(new URL(url).hostname), "is not on luma.com"),
        calendar_id: z.string().regex(/^cal-[A-Za-z0-9]+$/),
        event_format: format,
        /** The slug of the group, if its page is elsewhere. */
        group: z.string().exactOptional(),
      }),
    )
    .default([]),
  /** iCalendar files on groups' own sites: the group's slug, and the file's address. */
  calendars: z.array(z.strictObject({ group: z.string(), url: https })).default([]),
  /** Hosts whose event pages contain JSON-LD. */
  pages: z.array(z.strictObject({ host: z.hostname() })).default([]),
  /** Groups, calendars and hosts that are never requested: an address, and the reason. */
  except: z.array(z.strictObject({ url: https, reason: z.string().min(1) })).default([]),
});

/** Which calendars are read, and where they are. */
export type Organisers = Readonly<z.output<typeof schema>>;

/** Validates the JSON of such a file; throws a TypeError whose message names the path and the problem. */
export function readOrganisers(value: unknown): Organisers {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new TypeError(`${issue?.path.join(".") || "the file"}: ${issue?.message ?? "cannot be used"}`);
}

/** Whether `url` must not be requested: it, an address above it, or its host is listed under `except`. */
export function isExcepted({ except }: Organisers, url: string): boolean {
  const key = canonicalLink(url)?.key ?? url;
  return except.some((entry) => {
    const other = canonicalLink(entry.url)?.key;
    return other !== undefined && (key === other || key.startsWith(`${other}/`));
  });
}
