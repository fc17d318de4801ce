/** Endings of paths that give data. */
export const FORMATS = ["ics", "json"] as const;

export type Format = (typeof FORMATS)[number];

/** Media type of each. */
export const TYPES: Readonly<Record<Format, string>> = {
  ics: "text/calendar; charset=utf-8",
  json: "application/json",
};

/** `rust-berlin.ics` → name and format; null without a known ending. */
export function splitEnding(file: string): { readonly name: string; readonly format: Format } | null {
  const dot = file.lastIndexOf(".");
  const format = FORMATS.find((ending) => ending === file.slice(dot + 1));
  return dot < 1 || format === undefined ? null : { name: file.slice(0, dot), format };
}

/** Content-Disposition that shows the file in place and names it when it is kept. */
export function fileName(slug: string, format: Format): string {
  const plain = `inline; filename="rust-${slug.replace(/[^a-z0-9-]+/gi, "_")}.${format}"`;
  return /^[a-z0-9-]*$/i.test(slug) ? plain : `${plain}; filename*=UTF-8''rust-${encodeURIComponent(slug)}.${format}`;
}
