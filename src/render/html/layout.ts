import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { html, raw } from "hono/html";
import { STYLE } from "./style.ts";

/** A piece of page, its text escaped. */
export type Html = ReturnType<typeof html>;

export interface PageParts {
  readonly title: string;
  readonly description: string;
  /** Goes into the head, after what every page has. */
  readonly head: Html;
  readonly main: Html;
}

/** A whole page, in English, without scripts. */
export function page({ title, description, head, main }: PageParts): string {
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="icon" href="data:,">
${head}
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the calendars</a>
${main}
</body>
</html>
`);
}

const STYLE_DIGEST = btoa(String.fromCharCode(...sha256(utf8ToBytes(STYLE))));

/** Headers of every page: nothing is loaded but its own style, named by its digest. */
export const SECURITY: Readonly<Record<string, string>> = {
  "content-security-policy": `default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  "referrer-policy": "no-referrer",
};
