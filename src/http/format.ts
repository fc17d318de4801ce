import { FORMATS, type Format, type View } from "../render/formats.ts";

/** Splits `rust-berlin.ics` into name and view; without the extension of a format, it is the name of a page. */
export function splitEnding(file: string): { readonly name: string; readonly view: View } {
  const dot = file.lastIndexOf(".");
  const view = FORMATS.find((ending) => ending === file.slice(dot + 1));
  return dot < 1 || view === undefined ? { name: file, view: "html" } : { name: file.slice(0, dot), view };
}

/** The path of a view: `/events` → `/events.ics`, and `/events` for the page. */
export function pathOf(path: string, view: View): string {
  return view === "html" ? encodeURI(path) : `${encodeURI(path)}.${view}`;
}

/** Content-Disposition that displays the file inline, with a name for saving it. */
export function fileName(slug: string, format: Format): string {
  const plain = `inline; filename="rust-${slug.replace(/[^a-z0-9-]+/gi, "_")}.${format}"`;
  return /^[a-z0-9-]*$/i.test(slug) ? plain : `${plain}; filename*=UTF-8''rust-${encodeURIComponent(slug)}.${format}`;
}
