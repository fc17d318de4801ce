import { FOLDERS } from "../feeds.ts";
import { FORM } from "../query/form.ts";
import { PARAMETERS, type RefusedParameter } from "../query/query.ts";
import { suggest } from "../query/suggest.ts";
import { TYPES } from "../render/formats.ts";
import { type Choice, type Fault, type ProblemView, problemPage } from "../render/html/problem.ts";
import { SECURITY } from "../render/html/security.ts";
import { prefersPage } from "./accept.ts";
import type { Current } from "./current.ts";
import { pathOf, splitEnding } from "./format.ts";
import { PROBLEM_TYPE, type Problem } from "./problem.ts";
import { correctedPath } from "./spelling.ts";

/** If more values are allowed, only the ones closest to the rejected value are shown. */
const MOST_CHOICES = 24;
const MOST_NEAR = 8;
/** A literal value; other texts describe what is allowed. */
const VALUE = /^[\w/+.-]+$/;
const FOLDER = new RegExp(`^/(?:${FOLDERS.join("|")})/`);

const encoder = new TextEncoder();

/** `answer`; if it is a problem and the Accept header of the request prefers HTML, as a page. */
export async function asAsked(request: Request, answer: Response, current: Current): Promise<Response> {
  if (answer.headers.get("content-type") !== PROBLEM_TYPE || !prefersPage(request.headers.get("accept"))) return answer;
  const problem: Problem = await answer.json();
  const timed = await current.get().then(
    ({ edition }) => edition.timed === true,
    () => false,
  );
  const bytes = encoder.encode(problemPage({ ...viewOf(problem, new URL(request.url)), form: FORM, timed }));
  const headers = new Headers(answer.headers);
  const own = {
    ...SECURITY,
    "content-type": TYPES.html,
    "content-length": String(bytes.length),
    "x-robots-tag": "noindex",
  };
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  return new Response(bytes, { status: answer.status, headers });
}

function viewOf(problem: Problem, url: URL): Omit<ProblemView, "form" | "timed"> {
  const { status, title, detail, near = [], allowed = [], errors = [] } = problem;
  // A single leading slash, so that links stay on this host.
  const path = (correctedPath(url.pathname) ?? url.pathname).replace(/^\/+/, "/");
  const choices = allowed.flatMap((text) => choiceOf(text, path));
  const whole: Fault = { detail, choices: choices.length > MOST_CHOICES ? [] : choices, more: 0 };
  const faults = errors.map((error) => faultOf(error, path, url.searchParams));
  const meant = near.map((other) => ({ text: decodeURI(other), path: other }));
  return { status, title, faults: faults.length === 0 ? [whole] : faults, near: meant };
}

/** A link to an allowed path, or to an allowed name in the folder of the requested `path`; nothing for a pattern. */
function choiceOf(text: string, path: string): readonly Choice[] {
  if (text.includes("{")) return [];
  if (text.startsWith("/")) return [{ text, path: text }];
  const folder = FOLDER.exec(path)?.[0];
  return [{ text, path: folder === undefined ? null : pathOf(`${folder}${text}`, splitEnding(path).view) }];
}

/** Links to the same address with an allowed value or name instead of the rejected one, and without the parameter. */
function faultOf(refused: RefusedParameter, path: string, search: URLSearchParams): Fault {
  const { parameter, value, detail, allowed } = refused;
  const isName = !(PARAMETERS as readonly string[]).includes(parameter);
  const likely = suggest((isName ? parameter : value).toLowerCase(), allowed, MOST_NEAR);
  const shown = allowed.length > MOST_CHOICES ? likely : [...new Set([...likely, ...allowed])];
  const others = [...search].filter(([name]) => name !== parameter);
  const address = (pairs: string[][]) => (pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`);
  const asked = search.getAll(parameter).join(",");
  const choices = shown.map((text) => {
    const pair = isName ? [text, asked] : [parameter, value === "" ? text : asked.replace(value, () => text)];
    return { text, path: VALUE.test(text) && (!isName || likely.includes(text)) ? address([...others, pair]) : null };
  });
  const without = { text: `remove ${parameter}`, path: address(others) };
  return { detail, choices: [...choices, without], more: allowed.length - shown.length };
}
