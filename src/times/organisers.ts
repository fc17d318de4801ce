import * as z from "zod";
import { canonicalLink } from "../normalize/link.ts";

const https = z.url({ protocol: /^https$/, error: "is no https address" });
const format = z.enum(["virtual", "hybrid"]).exactOptional();

/**
 * `data/organisers.json`, by hand. `meetup` and `luma` have the form of the newsletter's editors' own list, so that either
 * file can be taken for the other; what follows them is ours.
 */
const schema = z.strictObject({
  /** Needed only for groups without an event page on Meetup, and for those with a title token. */
  meetup: z
    .array(
      z.strictObject({
        url: https.refine((url) => /^(www\.)?meetup\.com$/.test(new URL(url).hostname), "is no group on meetup.com"),
        event_format: format,
        /** A word, without regard to case, that the titles of the group's Rust events have. */
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
        /** Where the group's page is elsewhere: its slug. */
        group: z.string().exactOptional(),
      }),
    )
    .default([]),
  /** iCalendar files of groups' own: the group's slug, and the file's address. */
  calendars: z.array(z.strictObject({ group: z.string(), url: https })).default([]),
  /** Hosts on whose event pages JSON-LD is read. */
  pages: z.array(z.strictObject({ host: z.hostname() })).default([]),
  /** Groups, calendars and hosts that are never asked: an address, and why. */
  except: z.array(z.strictObject({ url: https, reason: z.string().min(1) })).default([]),
});

/** Whose calendars are read, and where they are. */
export type Organisers = Readonly<z.output<typeof schema>>;

/** `value`, the JSON of such a file; throws an error whose message names the place, the value and what is allowed. */
export function readOrganisers(value: unknown): Organisers {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new TypeError(`${issue?.path.join(".") || "the file"}: ${issue?.message ?? "cannot be used"}`);
}

/** Whether `url` is to be left alone: the page itself, all below it, or all of its host is named under `except`. */
export function isExcepted({ except }: Organisers, url: string): boolean {
  const key = canonicalLink(url)?.key ?? url;
  return except.some((entry) => {
    const other = canonicalLink(entry.url)?.key;
    return other !== undefined && (key === other || key.startsWith(`${other}/`));
  });
}
