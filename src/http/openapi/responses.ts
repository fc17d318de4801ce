import type { View } from "../../render/formats.ts";
import { bodyOf } from "./formats.ts";
import type { PathNote } from "./operations.ts";
import { componentOf } from "./schemas.ts";
import type { Header, Operation, Response, Schema } from "./types.ts";

const text: Schema = { type: "string" };

export const HEADERS = {
  ETag: { description: "Strong entity tag: a digest of the body.", schema: text },
  "Last-Modified": { description: "When the body last changed.", schema: text },
  "Cache-Control": { description: "How long the response may be cached.", schema: text },
  Link: {
    description:
      "RFC 8288: `license`, `alternate` for the other formats, `next` for the next page, `describedby` for the JSON Schema.",
    schema: text,
  },
  "Content-Disposition": { description: "`inline`, with a file name.", schema: text },
  Location: { description: "Where the request is redirected to.", schema: text },
  "Retry-After": { description: "Number of seconds to wait.", schema: text },
} as const satisfies Readonly<Record<string, Header>>;

type HeaderName = keyof typeof HEADERS;

const headers = (...names: readonly HeaderName[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const problem = (description: string, ...names: readonly HeaderName[]): Response => ({
  description,
  ...(names.length === 0 ? {} : { headers: headers(...names) }),
  content: {
    "application/problem+json": { schema: { $ref: componentOf("problem") } },
    "text/html": { schema: text },
  },
});

/** Responses that many paths share. */
export const RESPONSES = {
  NotModified: { description: "The cached response of the client is still valid.", headers: headers("ETag") },
  Forwarded: { description: "Redirect from the filter form to the filtered list.", headers: headers("Location") },
  Moved: {
    description:
      "Redirect to the canonical path, from an alias or another spelling: capitals, extra slashes, accents, an old word.",
    headers: headers("Location"),
  },
  Refused: problem("Unknown parameter or value; `errors` lists the allowed ones."),
  NotFound: problem("Not found; `allowed` or `near` may list what exists."),
  NotReadable: problem("The data set is temporarily unavailable.", "Retry-After"),
} as const satisfies Readonly<Record<string, Response>>;

const shared = (name: keyof typeof RESPONSES) => ({ $ref: `#/components/responses/${name}` });

/** All responses of a path in `view`. */
export function responsesOf(note: PathNote, view: View | null): Operation["responses"] {
  const kept = note.gives !== "text/plain" && note.json !== "health";
  const data = note.tag !== "Service" || note.json === "health";
  const names: HeaderName[] = ["Cache-Control"];
  if (kept) names.push("ETag");
  if (kept && data) names.push("Last-Modified");
  if (note.tag === "Events" || (view === "json" && note.json !== undefined)) names.push("Link");
  if (note.tag === "Events" && view !== "html") names.push("Content-Disposition");
  const type = note.gives ?? "";
  const content =
    view === null
      ? { [type]: { schema: type === "text/plain" ? text : { type: "object" } } }
      : bodyOf(view, note.json ?? null);
  return {
    200: { description: note.summary, headers: headers(...names), content },
    301: shared("Moved"),
    ...(note.forwards ? { 302: shared("Forwarded") } : {}),
    ...(kept ? { 304: shared("NotModified") } : {}),
    ...(note.lenient ? {} : { 400: shared("Refused") }),
    ...(note.variable === undefined ? {} : { 404: shared("NotFound") }),
    ...(data ? { 503: shared("NotReadable") } : {}),
  };
}
