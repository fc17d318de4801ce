/** Version of the data set `base` joined with start times; `served` identifies their visible contents, null for none. */
export function servedAs(base: string, served: string | null): string {
  return served === null ? base : `${base}+${served}`;
}

/** The version of the data set in a version returned by {@link servedAs}. */
export function baseOf(version: string): string {
  return version.split("+", 1)[0] ?? version;
}
