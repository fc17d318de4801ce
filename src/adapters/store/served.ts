/** Version of what is served: the data set `base` with hours laid over it, of which `served` stands for all that can be seen; null for none. */
export function servedAs(base: string, served: string | null): string {
  return served === null ? base : `${base}+${served}`;
}

/** The version of the data set that a version of what is served was made of. */
export function baseOf(version: string): string {
  return version.split("+", 1)[0] ?? version;
}
