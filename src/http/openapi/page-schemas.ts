import { html } from "hono/html";
import type { Html } from "../../render/html/markup.ts";
import { facts, withCode } from "./page-parts.ts";
import { SCHEMA_NAMES } from "./schemas.ts";
import type { OpenApi, Schema } from "./types.ts";

/** All schemas with the types and meanings of their keys. */
export function schemasOn({ components: { schemas } }: OpenApi): Html {
  const documents = SCHEMA_NAMES.map((name) => html`<li><a href="/schema/${name}.json">${name}</a></li>`);
  return html`<p>As JSON Schema 2020-12:</p>
<ul class="links">${documents}</ul>
${Object.entries(schemas).map(([name, schema]) => section(name, schema))}`;
}

function section(name: string, schema: Schema): Html {
  const required = schema.required as readonly string[];
  const keys = Object.entries(schema.properties as Readonly<Record<string, Schema>>);
  const rows = keys.map(([key, rules]) => {
    const optional = required.includes(key) ? "" : ", optional";
    const type = html`<span class="note">${typeOf(rules)}${optional}</span>`;
    const text = withCode([rules.description, allowedBy(rules)].join(" ").trim());
    return [html`<code>${key}</code>`, html`${text} ${type}`] as const;
  });
  return html`<h3 id="schema-${name}">${name}</h3>
<p>${withCode(String(schema.description))}</p>
${facts(rows)}`;
}

/** `string or null`, `list of Place` with a link. */
function typeOf({ $ref, type, anyOf, items, format }: Schema): Html {
  if (typeof $ref === "string") {
    const name = $ref.split("/").at(-1);
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  if (Array.isArray(anyOf))
    return html`${anyOf.map((one: Schema, index) => html`${index === 0 ? "" : " or "}${typeOf(one)}`)}`;
  if (Array.isArray(type)) return html`${type.join(" or ")}`;
  if (type === "array") return html`list of ${typeOf(items as Schema)}`;
  return html`${format === "date" ? "date, YYYY-MM-DD" : (type ?? "any")}`;
}

/** The constraints of a schema in words, with code in backquotes: `One of …`, `1 to 50.`; empty if there is only a type. */
export function allowedBy(schema: Schema): string {
  const { minimum, maximum, format, pattern, items, anyOf } = schema;
  if (Array.isArray(schema.enum)) return `One of ${schema.enum.map((value) => `\`${value}\``).join(", ")}.`;
  if (items !== undefined) return allowedBy(items as Schema);
  if (Array.isArray(anyOf)) return anyOf.map(allowedBy).join(" ").trim();
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}.`;
  if (format === "date") return "A date, `YYYY-MM-DD`.";
  if (schema.maxLength !== undefined) return `Up to ${schema.maxLength} characters.`;
  return pattern === undefined ? "" : `Like \`${pattern}\`.`;
}
