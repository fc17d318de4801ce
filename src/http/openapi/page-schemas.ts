import { html } from "hono/html";
import { facts, type Html, marked } from "./page-parts.ts";
import { SCHEMA_NAMES } from "./schemas.ts";
import type { OpenApi, Schema } from "./types.ts";

/** Every schema with its keys: type and meaning. */
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
    const left = required.includes(key) ? "" : "; may be left out";
    const type = html`<span class="note">${typeOf(rules)}${left}</span>`;
    const told = marked([rules.description, allowedBy(rules)].join(" ").trim());
    return [html`<code>${key}</code>`, html`${told} ${type}`] as const;
  });
  return html`<h3 id="schema-${name}">${name}</h3>
<p>${marked(String(schema.description))}</p>
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
  return html`${format === "date" ? "day, YYYY-MM-DD" : (type ?? "any")}`;
}

/** What a schema allows, in words: `One of …`, `1 to 50.`; empty when it says no more than a type. Words in back quotes are code. */
export function allowedBy(schema: Schema): string {
  const { minimum, maximum, format, pattern, items, anyOf } = schema;
  if (Array.isArray(schema.enum)) return `One of ${schema.enum.map((value) => `\`${value}\``).join(", ")}.`;
  if (items !== undefined) return allowedBy(items as Schema);
  if (Array.isArray(anyOf)) return anyOf.map(allowedBy).join(" ").trim();
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}.`;
  if (format === "date") return "A day, `YYYY-MM-DD`.";
  if (schema.maxLength !== undefined) return `Up to ${schema.maxLength} characters.`;
  return pattern === undefined ? "" : `Like \`${pattern}\`.`;
}
