/** Value of a text property. */
export function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
}

/** Lines as a calendar has them: cut so that none has more than 75 octets, CRLF between them, none at the end. */
export function folded(lines: readonly string[]): string {
  return lines.map(foldedLine).join("\r\n");
}

function foldedLine(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > 75) {
      parts.push(part);
      part = " ";
    }
    part += sign;
  }
  return [...parts, part].join("\r\n");
}

/** `2026-11-12T19:00:00` → `20261112T190000`, also with Z and milliseconds. */
export function compact(time: string): string {
  return time.replace(/\.\d+/, "").replace(/[-:]/g, "");
}
