/** A header's preference for a media type: its quality, 0 to 1, and the specificity of the range that matches it. */
interface Preference {
  readonly quality: number;
  /** 2 for the type itself, 1 for `text/*`, 0 for any type or no match. */
  readonly specificity: number;
}

/**
 * Whether an Accept header prefers HTML to `application/problem+json`, as those of browsers do: no type has a higher quality
 * than HTML, and JSON has a lower one or only matches a less specific range. False for a missing header and for a bare wildcard.
 */
export function prefersPage(header: string | null): boolean {
  const ranges = rangesOf(header ?? "");
  const page = preferenceFor("text/html", ranges);
  const best = Math.max(...ranges.map(({ quality }) => quality));
  return (
    page.quality > 0 &&
    page.quality === best &&
    ["application/problem+json", "application/json"].every((type) => {
      const { quality, specificity } = preferenceFor(type, ranges);
      return page.quality > quality || page.specificity > specificity;
    })
  );
}

interface Range {
  readonly type: string;
  readonly quality: number;
}

/** Parses `text/html;q=0.9, …`; malformed ranges are ignored. */
function rangesOf(header: string): readonly Range[] {
  return header
    .toLowerCase()
    .split(",")
    .flatMap((item) => {
      const [type = "", ...parameters] = item.split(";").map((part) => part.trim());
      const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
      return type.includes("/") && /^(?:0(?:\.\d*)?|1(?:\.0*)?)$/.test(quality)
        ? { type, quality: Number(quality) }
        : [];
    });
}

/** The preference of the most specific range that matches. */
function preferenceFor(type: string, ranges: readonly Range[]): Preference {
  const names = ["*/*", `${type.split("/", 1)[0]}/*`, type];
  const found = ranges
    .map(({ type: name, quality }) => ({ quality, specificity: names.indexOf(name) }))
    .filter(({ specificity }) => specificity >= 0)
    .sort((a, b) => b.specificity - a.specificity);
  return found[0] ?? { quality: 0, specificity: 0 };
}
