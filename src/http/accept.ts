/** How a header likes a media type: its quality, 0 to 1, and how closely the range that says so names it. */
interface Liking {
  readonly quality: number;
  /** 2 for the type itself, 1 for `text/*`, 0 for all there are or none at all. */
  readonly closeness: number;
}

/**
 * Whether an Accept header asks for a page before a problem, as browsers do: nothing it names is liked better than HTML, and
 * JSON is liked less, or only because anything will do. Programs that take anything, or say nothing, do not ask for one.
 */
export function prefersPage(header: string | null): boolean {
  const ranges = rangesOf(header ?? "");
  const page = likingOf("text/html", ranges);
  const best = Math.max(...ranges.map(({ quality }) => quality));
  return (
    page.quality > 0 &&
    page.quality === best &&
    ["application/problem+json", "application/json"].every((type) => {
      const { quality, closeness } = likingOf(type, ranges);
      return page.quality > quality || page.closeness > closeness;
    })
  );
}

interface Range {
  readonly type: string;
  readonly quality: number;
}

/** `text/html;q=0.9, …`; what cannot be understood is passed over. */
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

/** By the range that names it most closely. */
function likingOf(type: string, ranges: readonly Range[]): Liking {
  const names = ["*/*", `${type.split("/", 1)[0]}/*`, type];
  const found = ranges
    .map(({ type: name, quality }) => ({ quality, closeness: names.indexOf(name) }))
    .filter(({ closeness }) => closeness >= 0)
    .sort((a, b) => b.closeness - a.closeness);
  return found[0] ?? { quality: 0, closeness: 0 };
}
