import type { Publisher } from "./publisher.ts";
import type { Renderer } from "./renderer.ts";

/** All there is to know of a format: `formats.ts` lists them. Another one is a file like `csv/renderer.ts`, and a row there. */
export interface FormatRecord<Ending extends string = string> {
  /** Of paths that give it: `ics`. */
  readonly ending: Ending;
  /** Media type with its parameters. */
  readonly type: string;
  /** What people call it. */
  readonly name: string;
  /** Address of its specification. */
  readonly specification?: string;
  /** JSON Schema of a format that is JSON; the others are text. */
  readonly schema?: Readonly<Record<string, unknown>>;
  /** Whether what it says of one event holds the address of the site. */
  readonly namesSite?: true;
  readonly renderer: (publisher: Publisher) => Renderer;
}

/** Media type of pages. */
export const HTML_TYPE = "text/html; charset=utf-8";

/** The media type without parameters, as links name it. */
export function withoutParameters(type: string): string {
  return type.split(";", 1)[0] as string;
}

/** Address of an RFC. */
export function rfc(number: number): string {
  return `https://www.rfc-editor.org/rfc/rfc${number}`;
}
