import { BULLET } from "./bullet-marker.ts";
import type { Report } from "./report.ts";

/** What a line that lists something has. */
const LISTS = /https?:\/\/|\b20\d\d-\d/;

/**
 * The lines without HTML comments, also those over several lines; `first` is the index of the first one in its file. A
 * comment that is not closed before the next one begins loses only its `<!--`, so that it hides nothing.
 */
export function withoutComments(lines: readonly string[], first: number, report: Report): readonly string[] {
  if (!lines.some((line) => line.includes("<!--"))) return lines;
  const [before = "", ...parts] = lines.join("\n").split("<!--");
  const open = [before];
  let at = first + before.split("\n").length - 1;
  for (const part of parts) {
    const close = part.indexOf("-->");
    if (close < 0) report("comment-unclosed", at);
    const hidden = part.slice(0, Math.max(close, 0)).split("\n");
    for (const [inside, line] of hidden.entries())
      if (LISTS.test(line) || BULLET.test(line)) report("commented-out", at + inside);
    open.push("\n".repeat(hidden.length - 1), close < 0 ? part : part.slice(close + 3));
    at += part.split("\n").length - 1;
  }
  return open.join("").split("\n");
}
