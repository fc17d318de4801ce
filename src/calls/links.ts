import { webUrl } from "../parse/link.ts";
import { isLink, type LinkToken, type Token } from "../parse/token.ts";
import { datesIn } from "./dates.ts";
import { conferenceName } from "./name.ts";
import { isOfCall } from "./words.ts";

/** The links of a call. */
export interface CallLinks {
  /** The link whose text names the conference. */
  readonly named: LinkToken | null;
  readonly url: string | null;
  readonly site: string | null;
  /** Links that are neither. */
  readonly further: readonly LinkToken[];
}

/** What a link to the conference's own page is called: `Event Website`, `Event Page`. */
const SITE =
  /^(?:(?:the|official|main|event|conference|conf) )*(?:web ?site|web ?page|home ?page|site|page|event|conference|info(?:rmation)?|more info(?:rmation)?|details|link)$/i;
/** What a link to the call is called besides: `Submit here`. */
const CALL =
  /^(?:(?:please|to|your|a|an|the|talks?|proposals?|papers?|abstracts?|sessions?|now|here|form|cf[ps]|page|link|via|on|submit|submission|apply|application|propose|papercall|sessionize|pretalx)\b\W*)+$/i;

/** An address that stands in the text, and is a link by that. */
const ADDRESS = /^https?:\/\/\S+$/i;

/** Whether a link's text names no conference: `CFP`, `Submit your talk`, `CFP closes 2026-05-04`. */
function isCallText(text: string): boolean {
  if (conferenceName(text) === "" || CALL.test(text.trim())) return true;
  const [first] = datesIn(text);
  return first !== undefined && isOfCall(text.slice(0, first.at)) && isOfCall(text.slice(first.end));
}

/**
 * Which link is the call's, and which the conference's.
 *
 *     [**Rustikon CFP**](https://…) | [Event Page](https://…) |        [RustNL 2024](https://…) [CFP](https://…) closes …
 *     ^ the call                      ^ the conference                 ^ the conference         ^ the call
 */
export function linksOf(tokens: readonly Token[]): CallLinks {
  const links = tokens.filter(isLink).filter(({ address }) => webUrl(address) !== null);
  const sites = links.filter(({ text }) => SITE.test(text.trim()) || ADDRESS.test(text.trim()));
  const others = links.filter((link) => !sites.includes(link));
  const calls = others.filter(({ text }) => isCallText(text));
  const named = others.filter((link) => !calls.includes(link));
  const main = calls[0] ?? named[0] ?? sites[0];
  const site =
    (calls.length > 0 ? named[0] : undefined) ??
    sites.find((link) => link !== main) ??
    (calls.length > 0 ? undefined : named[1]);
  const used = new Set([main, site, named[0]]);
  return {
    named: named[0] ?? null,
    url: main === undefined ? null : webUrl(main.address),
    site: site === undefined ? null : webUrl(site.address),
    further: links.filter((link) => !used.has(link)),
  };
}
