import { FOREIGN } from "../../query/foreign.ts";
import { LICENSE_URL } from "../../render/attribution.ts";
import { FORMATS, type View } from "../../render/formats.ts";
import { splitEnding } from "../format.ts";
import { noteOf } from "./formats.ts";
import { noteOn, type PathNote, type Pattern } from "./operations.ts";
import { queryParameters } from "./parameters.ts";
import { HEADERS, RESPONSES, responsesOf } from "./responses.ts";
import { componentSchemas } from "./schemas.ts";
import { API_VERSION, STABILITY } from "./stability.ts";
import type { OpenApi, Operation, Parameter } from "./types.ts";

const TAGS = [
  { name: "Events", description: "Calendars, in every format and with every filter." },
  { name: "Catalogue", description: "All calendars, and their changes." },
  { name: "Service", description: "The service itself." },
] as const satisfies readonly { readonly name: PathNote["tag"]; readonly description: string }[];

/**
 * The OpenAPI 3.1 document of an app with the paths `patterns`, published at `site` (without a trailing slash; empty if it has
 * no public address). Generated from the schemas that validate queries and stored data.
 */
export function openApiDocument(patterns: readonly Pattern[], site: string): OpenApi {
  const filters = queryParameters();
  const references = Object.keys(filters).map((name) => ({ $ref: `#/components/parameters/${name}` }));
  const paths = patterns.flatMap((pattern) => {
    const note = noteOn(pattern);
    return endings(pattern).map((path) => {
      const get = operation(path, note, note.filters ? references : []);
      return [path, { summary: note.summary, get }] as const;
    });
  });
  return {
    openapi: "3.1.1",
    info: {
      title: "Rust events of This Week in Rust",
      version: API_VERSION,
      summary: "Calendars of the world's Rust events, in every format and with every filter.",
      description: `Send GET or HEAD requests, from any origin, without an API key. Unknown paths, parameters and values are rejected with a problem (RFC 9457) that lists the allowed ones, or with a page if the \`Accept\` header prefers HTML. Tracking parameters of other programs are ignored: ${FOREIGN_TEXT}.\n\n## Stability\n\n${STABILITY.map((promise) => `- ${promise}`).join("\n")}`,
      license: { name: "Events: CC BY-SA 4.0", url: LICENSE_URL },
    },
    servers: [{ url: site === "" ? "/" : site }],
    tags: TAGS,
    paths: Object.fromEntries(paths),
    components: { parameters: filters, headers: HEADERS, responses: RESPONSES, schemas: componentSchemas() },
  };
}

/** Examples of ignored parameters, each with the program that adds them. */
const FOREIGN_TEXT = FOREIGN.map(
  ({ by, examples }) => `${examples.map((example) => `\`${example.replace(/=.*/, "")}\``).join(", ")} (${by})`,
).join("; ");

/** `/events.*` → `/events`, `/events.ics`, … */
function endings(pattern: string): readonly string[] {
  if (!pattern.endsWith(".*")) return [pattern];
  const stem = pattern.slice(0, -2);
  return [stem, ...FORMATS.map((format) => `${stem}.${format}`)];
}

function operation(path: string, note: PathNote, filters: readonly { readonly $ref: string }[]): Operation {
  const gives = note.gives ?? splitEnding(path.slice(path.lastIndexOf("/") + 1)).view;
  const view = gives.includes("/") ? null : (gives as View);
  const parameters = [...variableOf(path, note), ...filters];
  return {
    operationId:
      path
        .replace(/[^a-z]+/g, " ")
        .trim()
        .replaceAll(" ", "_") || "home",
    summary: view === null || note.gives !== undefined ? note.summary : `${note.summary} ${asFormat(view)}`,
    tags: [note.tag],
    ...(parameters.length === 0 ? {} : { parameters }),
    responses: responsesOf(note, view),
  };
}

function asFormat(view: View): string {
  const { name, specification } = noteOf(view);
  const number = /rfc(\d+)$/.exec(specification ?? "")?.[1];
  return number === undefined ? `As ${name}.` : `As ${name} (RFC ${number}).`;
}

function variableOf(path: string, { variable }: PathNote): readonly Parameter[] {
  const name = /\{(\w+)\}/.exec(path)?.[1];
  if (variable === undefined || name === undefined) return [];
  const { description, example, allowed } = variable;
  const schema = { type: "string", ...(allowed === undefined ? {} : { enum: allowed }) };
  return [{ name, in: "path", required: true, description, schema, example }];
}
