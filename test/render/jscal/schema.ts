import { z } from "zod";

const strict = <T extends z.ZodRawShape>(type: string, shape: T) =>
  z.strictObject({ "@type": z.literal(type), ...shape });
const text = z.string().refine((value) => value.isWellFormed());
const id = z.string().regex(/^[A-Za-z0-9_-]{1,255}$/);
const uri = z.url();
const utc = z.iso.datetime({ precision: 0 });
const set = z.record(z.string().min(1), z.literal(true));
const map = <T extends z.ZodType>(value: T) => z.record(id, value);

const link = strict("Link", {
  href: uri,
  rel: z.enum(["describedby", "related", "author", "via", "license"]),
  title: text.optional(),
});

const location = strict("Location", {
  name: text,
  coordinates: z
    .string()
    .regex(/^geo:-?\d+(\.\d+)?,-?\d+(\.\d+)?$/)
    .optional(),
  timeZone: z.string().optional(),
});

const virtualLocation = strict("VirtualLocation", {
  name: text,
  uri,
  features: z
    .partialRecord(z.enum(["audio", "chat", "feed", "moderator", "phone", "screen", "video"]), z.literal(true))
    .optional(),
});

const event = strict("Event", {
  uid: text,
  prodId: text,
  created: utc,
  updated: utc,
  sequence: z.int().nonnegative(),
  title: text,
  description: text,
  start: z.iso.datetime({ local: true, precision: 0 }).refine((value) => !value.endsWith("Z")),
  timeZone: z.string().optional(),
  duration: z
    .string()
    .regex(/^P(\d+D|T(?=\d)(\d+H)?(\d+M)?(\d+S)?)$/)
    .optional(),
  showWithoutTime: z.literal(true).optional(),
  status: z.enum(["confirmed", "cancelled", "tentative"]),
  freeBusyStatus: z.enum(["free", "busy"]),
  color: z.string().regex(/^[a-z]+$/),
  locations: map(location).optional(),
  virtualLocations: map(virtualLocation).optional(),
  links: map(link).optional(),
  keywords: set,
});

/** A Group of Events by the letter of RFC 8984, with the properties that we use and no other. */
export const group = strict("Group", {
  uid: text,
  prodId: text,
  updated: utc,
  title: text,
  description: text,
  color: z.string().regex(/^[a-z]+$/),
  links: map(link),
  source: uri.optional(),
  entries: z.array(event),
});
