import { FORM } from "../../../src/query/form.ts";
import type { View } from "../../../src/render/formats.ts";
import type { Head } from "../../../src/render/renderer.ts";

const TODAY = "2026-03-05";

/** The head of the answer at `path` (parameters included) of a site that is public at `site`, empty for none. */
export function headOf(path: string, given: Partial<Head> = {}, site = "https://site.example"): Head {
  const [folder = "", search] = path.split("?");
  const address = (view: View) => {
    const ending = view === "html" ? "" : `.${view}`;
    return `${site}${folder}${ending}${search === undefined ? "" : `?${search}`}`;
  };
  return {
    title: "Rust events",
    region: null,
    self: address("html"),
    next: null,
    total: 0,
    updated: "2026-03-04",
    today: TODAY,
    form: FORM,
    address,
    ...given,
  };
}

/** What a page says, without its markup, style and data; a new line is a space, white space collapsed. */
export function textOf(page: string): string {
  return page
    .replace(/<(style|script)[^>]*>.*?<\/\1>/gs, "")
    .replace(/<br>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}

/** Every address that a page links to. */
export function linksOf(page: string): readonly string[] {
  return [...page.matchAll(/<a\b[^>]* href="([^"]*)"/g)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&"));
}
