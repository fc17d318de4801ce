import type { View } from "../../render/formats.ts";
import { bodyOf } from "./formats.ts";
import type { PathNote } from "./operations.ts";
import { componentOf } from "./schemas.ts";
import type { Header, Operation, Response, Schema } from "./types.ts";

const text: Schema = { type: "string" };

export const HEADERS = {
  ETag: { description: "Strong tag of the body: the same as long as the bytes are.", schema: text },
  "Last-Modified": { description: "When the body last changed.", schema: text },
  "Cache-Control": { description: "How long the answer is fresh.", schema: text },
  Link: {
    description:
      "RFC 8288: `license`, `alternate` for the other formats, `next` for the next part, `describedby` for the JSON Schema.",
    schema: text,
  },
  "Content-Disposition": { description: "Name for the file, to be shown in place.", schema: text },
  Location: { description: "The one address of what was asked for.", schema: text },
  "Retry-After": { description: "Seconds to wait.", schema: text },
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

/** Answers that many paths share. */
export const RESPONSES = {
  NotModified: { description: "The client has this body already.", headers: headers("ETag") },
  Forwarded: { description: "A form that was filled in leads to its list.", headers: headers("Location") },
  Moved: {
    description:
      "Another spelling of a path: capitals, slashes too many, accents, an older word; the right one is named.",
    headers: headers("Location"),
  },
  Refused: problem("A parameter or a value that is not known; `errors` lists what is allowed."),
  NotFound: problem("There is no such thing; `allowed` lists what there is, where that helps."),
  NotReadable: problem("There is no data to answer from, for now.", "Retry-After"),
} as const satisfies Readonly<Record<string, Response>>;

const shared = (name: keyof typeof RESPONSES) => ({ $ref: `#/components/responses/${name}` });

/** Every answer of a path that gives `view`. */
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
