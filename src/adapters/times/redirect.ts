import { NoAnswer } from "./no-answer.ts";
import { plainHttps } from "./public-host.ts";
import type { Route } from "./route.ts";

export const MOST_REDIRECTS = 5;

const FOLLOWED = new Set([301, 302, 303, 307, 308]);

/**
 * The target of a redirect from `url`; null if the response is not a redirect. Throws {@link NoAnswer} unless the target is
 * https on the same host.
 */
export function redirectOf(status: number, location: string | null, url: URL, route: Route): URL | null {
  if (!FOLLOWED.has(status) || location === null) return null;
  if (!URL.canParse(location, url))
    throw new NoAnswer("redirected-away", `${url.href} redirects to an invalid address`);
  const meant = route.back(new URL(location, url));
  if (meant.hostname !== url.hostname) {
    throw new NoAnswer("redirected-away", `${url.href} redirects to ${meant.host || meant.protocol}`);
  }
  return plainHttps(meant.href);
}
