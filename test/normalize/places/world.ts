import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A place as an editor may print it, and where it is; null where nothing may be claimed. */
export interface Expected {
  readonly text: string;
  readonly city: string | null;
  readonly country: string | null;
  readonly timeZone: string | null;
}

const cell = (text: string | undefined) => (text === "-" ? null : text!);

/** The lines of `world.txt`. */
export const WORLD: readonly Expected[] = readFileSync(join(import.meta.dirname, "world.txt"), "utf8")
  .split("\n")
  .filter((line) => line.includes("|") && !line.startsWith("#"))
  .map((line) => {
    const [text, city, country, timeZone] = line.split("|").map((part) => part.trim());
    return { text: text!, city: cell(city), country: cell(country), timeZone: cell(timeZone) };
  });
