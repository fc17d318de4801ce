import { relative, sep } from "node:path";

/** A path as a person in the working directory would write it. */
export function shown(path: string): string {
  const way = relative(process.cwd(), path);
  return way === "" || way.startsWith(`..${sep}..`) ? path : way;
}
