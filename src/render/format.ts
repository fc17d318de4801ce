import type { Publisher } from "./publisher.ts";
import type { Renderer } from "./renderer.ts";

/** Description of a format; `formats.ts` lists all. To add one, write a file like `csv/renderer.ts` and add a row there. */
export interface FormatRecord<Ending extends string = string> {
  /** Extension of its paths: `ics`. */
  readonly ending: Ending;
  /** Media type with parameters. */
  readonly type: string;
  readonly name: string;
  /** URL of its specification. */
  readonly specification?: string;
  /** JSON Schema if the format is JSON; other formats are text. */
  readonly schema?: Readonly<Record<string, unknown>>;
  /** Whether a rendered event contains the address of the site. */
  readonly namesSite?: true;
  readonly renderer: (publisher: Publisher) => Renderer;
}

/** Media type of HTML pages. */
export const HTML_TYPE = "text/html; charset=utf-8";

/** The media type without parameters, for links. */
export function withoutParameters(type: string): string {
  return type.split(";", 1)[0] as string;
}

/** URL of an RFC. */
export function rfc(number: number): string {
  return `https://www.rfc-editor.org/rfc/rfc${number}`;
}
