import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { NoAnswer } from "./no-answer.ts";
import { isPublic } from "./public-address.ts";

/** Resolves all addresses of a host. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const systemResolve: Resolve = (host) => lookup(host, { all: true });

/**
 * A lookup function for connections, so that they use the checked addresses. Rejects a host if any of its addresses is not
 * public.
 */
export function checkedLookup(resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host)
      .then((addresses) => checked(host, addresses))
      .then(
        (addresses) => {
          const [first] = addresses;
          if (options.all) callback(null, [...addresses]);
          else callback(null, first?.address ?? "", first?.family);
        },
        (error) => callback(error, []),
      );
  };
}

function checked(host: string, addresses: readonly LookupAddress[]): readonly LookupAddress[] {
  if (addresses.length === 0) throw new NoAnswer("unreachable", `${host} has no address`);
  const refused = addresses.find(({ address }) => !isPublic(address));
  if (refused) throw new NoAnswer("private-address", `${host} resolves to ${refused.address}`);
  return addresses;
}
