/** Maps addresses to the addresses that are actually requested. */
export interface Route {
  /** The address to request for `url`. */
  to(url: URL): URL;
  /** The reverse, for an address in a response. */
  back(url: URL): URL;
}

export const DIRECT: Route = { to: (url) => url, back: (url) => url };

/** For tests and mirrors: requests `https://HOST/PATH` at `ADDRESS/HOST/PATH`. Throws a TypeError for an invalid address. */
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
