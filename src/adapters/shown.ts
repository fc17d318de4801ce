import { relative, sep } from "node:path";

/** A path relative to the working directory, unless it is more than one level above it. */
export function shown(path: string): string {
  const way = relative(process.cwd(), path);
  return way === "" || way.startsWith(`..${sep}..`) ? path : way;
}
