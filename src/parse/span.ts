/** A run of a line: plain text, or a link with its address. `strong` where any part of it is bold. */
export interface Span {
  readonly text: string;
  readonly url: string | null;
  readonly strong: boolean;
  /** For a link whose text is bold in part, the text of the bold part. */
  readonly strongText: string | null;
}

/** A run of plain text. */
export function textSpan(text: string, strong: boolean): Span {
  return { text, url: null, strong, strongText: strong ? text : null };
}

/** The runs with neighbours that are plain text, and equally bold, as one. */
export function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last && last.url === null && span.url === null && last.strong === span.strong) {
      out[out.length - 1] = textSpan(last.text + span.text, span.strong);
    } else out.push(span);
  }
  return out;
}

/** Comments and HTML's own tags, but not the `<T>` of `Rust<T>`, which Markdown takes for one. */
const TAG =
  /<!--.*?-->|<\/?(?:a|abbr|b|big|blockquote|br|button|center|code|del|details|div|em|font|form|h[1-6]|hr|i|iframe|img|input|ins|kbd|li|link|mark|meta|object|ol|p|pre|s|script|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|tr|tt|u|ul|video)\b[^<>]{0,2000}>/gi;

/** A text without HTML's tags. */
export function withoutTags(text: string): string {
  return text.includes("<") ? text.replace(TAG, "") : text;
}
