import { BULLET } from "./bullet-marker.ts";
import type { Report } from "./report.ts";

/**
 * The lines with HTML comments blanked, also those over several lines. A comment that is never closed
 * loses only its sign, so that it hides nothing.
 */
export function withoutComments(section: readonly string[], first: number, report: Report): string[] {
  const lines = [...section];
  for (let index = 0; index < lines.length; index++) {
    let line = lines[index] ?? "";
    for (let open = line.indexOf("<!--"); open >= 0; open = line.indexOf("<!--", open)) {
      const close = line.indexOf("-->", open);
      if (close >= 0) {
        line = line.slice(0, open) + line.slice(close + 3);
        continue;
      }
      const last = closingLine(lines, index);
      if (last < 0) {
        report({
          rule: "comment-unclosed",
          severity: "warning",
          at: first + index,
          message: "a comment is opened and never closed: only its sign was taken out",
        });
        line = line.slice(0, open) + line.slice(open + 4);
        continue;
      }
      for (let inside = index + 1; inside < last; inside++) {
        if (BULLET.test(lines[inside] ?? ""))
          report({
            rule: "commented-out",
            severity: "info",
            at: first + inside,
            message: "a bullet inside a comment",
          });
        lines[inside] = "";
      }
      lines[last] = (lines[last] ?? "").replace(/^.*?-->/, "");
      line = line.slice(0, open);
    }
    lines[index] = line;
  }
  return lines;
}

/** Index of the line that closes a comment opened on line `from`; -1 when no line does. */
function closingLine(lines: readonly string[], from: number): number {
  for (let index = from + 1; index < lines.length; index++) {
    if (lines[index]?.includes("-->")) return index;
    if (lines[index]?.includes("<!--")) return -1;
  }
  return -1;
}
