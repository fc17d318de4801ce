/** Which address is really asked for another. */
export interface Route {
  /** Where a request for `url` is sent. */
  to(url: URL): URL;
  /** The address that is meant by one that an answer names. */
  back(url: URL): URL;
}

export const DIRECT: Route = { to: (url) => url, back: (url) => url };

/** For tests and mirrors: `https://HOST/PATH` is asked at `ADDRESS/HOST/PATH`. Throws a TypeError for what is no address. */
export function routeVia(address: string): Route {
  const prefix = `${new URL(address).href.replace(/\/+$/, "")}/`;
  return {
    to: (url) => new URL(`${prefix}${url.host}${url.pathname}${url.search}`),
    back: (url) => {
      const meant = url.href.startsWith(prefix) ? `https://${url.href.slice(prefix.length)}` : url.href;
      return URL.canParse(meant) ? new URL(meant) : url;
    },
  };
}
