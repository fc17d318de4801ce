import { html, raw } from "hono/html";
import { encode } from "../bytes.ts";
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

/** Headers of every page: nothing is loaded but its own style, named by its digest. */
export async function securityPolicy(): Promise<Readonly<Record<string, string>>> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", encode(STYLE)));
  const style = `'sha256-${btoa(String.fromCharCode(...digest))}'`;
  return {
    "content-security-policy": `default-src 'none'; style-src ${style}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    "referrer-policy": "no-referrer",
  };
}
