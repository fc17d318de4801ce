import { parse } from "csv-parse/sync";
import type { View } from "../../src/render/formats.ts";

/** RFC 3986, appendix A: the whole of an address with an authority, its host a name or an IPv6 address. */
const RFC_3986 =
  /^[a-z][a-z\d+.-]*:(?:\/\/(?:(?:[\w.~!$&'()*+,;=:-]|%[\da-f]{2})*@)?(?:\[[\da-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})*)(?::\d*)?(?=[/?#]|$))?(?:[\w.~!$&'()*+,;=:@/-]|%[\da-f]{2})*(?:\?(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?$/i;

/** Whether `address` is none by the grammar of RFC 3986; a path stands for one of this site. */
export function notRfc3986(address: string): boolean {
  return (
    !/^[\0-\x7f]*$/.test(address) ||
    !RFC_3986.test(address.startsWith("/") ? `https://site.example${address}` : address)
  );
}

/** Names of what holds an address in JSON. */
const KEYS =
  /^(?:url|uri|href|self|next|source|license|listedIn|feed_url|home_page_url|next_url|from|to|ics|json|webcal|google|outlook|path)$/;

/** Every address of an answer in `view`, as a program that reads it finds it. */
export function addressesIn(view: View, text: string): readonly string[] {
  switch (view) {
    case "ics":
      return icsAddresses(text.replaceAll("\r\n ", ""));
    case "atom":
    case "html":
      return markupAddresses(text);
    case "csv":
      return (parse(text, { columns: true }) as Record<string, string>[])
        .flatMap(({ url = "", links = "", listedIn = "" }) => [url, ...links.split("; "), listedIn])
        .filter((address) => address !== "");
    default:
      return jsonAddresses(JSON.parse(text));
  }
}

function icsAddresses(text: string): readonly string[] {
  const values = [...text.matchAll(/^(?:URL|SOURCE|CONFERENCE)[^:]*(?:"[^"]*")?[^:]*:(.*)\r$/gm)].map(
    ([, value]) => value!,
  );
  const told = [...text.matchAll(/^DESCRIPTION:(.*)\r$/gm)].flatMap(([, value]) =>
    value!
      .split("\\n")
      .flatMap((line) => /^(?:.*: )?(https?:\/\/.*)$/.exec(line.replaceAll(/\\([\\;,])/g, "$1"))?.[1] ?? []),
  );
  return [
    ...values.map((value) => value.replace(/^Join online:/, "")),
    ...told.filter((line) => !line.includes(", licensed")),
  ];
}

/** Those of the markup, and of the markup that is escaped within it. */
function markupAddresses(text: string): readonly string[] {
  const found = [...text.matchAll(/(?:href|action)="([^"]*)"|<uri>([^<]*)<\/uri>/g)].map(([, a, b]) =>
    unescaped(a ?? b!),
  );
  const inner = [...text.matchAll(/<content type="html">([^<]*)<\/content>/g)].map(([, html]) => unescaped(html!));
  const data = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) => json!);
  return [
    ...found.filter((address) => !/^(?:#|data:)/.test(address)),
    ...inner.flatMap(markupAddresses),
    ...data.flatMap((json) => jsonAddresses(JSON.parse(json))),
  ];
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => signs[name]!);
}

function jsonAddresses(value: unknown, key = ""): readonly string[] {
  if (typeof value === "string") return KEYS.test(key) && /^(?:https?:|webcal:|\/)/.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => jsonAddresses(part, Array.isArray(value) ? key : name));
}
