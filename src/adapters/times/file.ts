import { basename, dirname, join } from "node:path";
import type { TimesData } from "../../model/times.ts";
import { Overtaken, TimesBroken, type TimesStore } from "../../ports.ts";
import { systemText } from "../error-code.ts";
import { stampOf } from "../node/edition.ts";
import { readRegular } from "../regular-file.ts";
import { replaceFile } from "../replace-file.ts";
import { shown } from "../shown.ts";
import { decodeTimes, encodeTimes, versionIn } from "./codec.ts";

/** Path of the times file for the data set at `path`: `times.json` next to `events.json`, `x.times.json` next to `x.json`. */
export function timesPath(path: string): string {
  const name = basename(path, ".json");
  return join(dirname(path), name === "events" ? "times.json" : `${name}.times.json`);
}

/** Stores what was read from organisers' calendars in one JSON file; errors name it relative to the working directory. */
export function fileTimes(path: string): TimesStore {
  const name = shown(path);
  let known: { readonly stamp: string; readonly text: string; readonly times: TimesData } | undefined;

  function textNow(): string | null {
    try {
      return readRegular(path).toString();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw new TimesBroken(`${name}: cannot be read: ${systemText(error as Error)}`);
    }
  }

  async function read(): Promise<TimesData | null> {
    const stamp = stampOf(path);
    if (known !== undefined && known.stamp === stamp) return known.times;
    const text = textNow();
    if (text === null) return null;
    // The same bytes give the same object, so that it need not be joined again.
    const times = known?.text === text ? known.times : decodeTimes(text, name);
    known = { stamp, text, times };
    return times;
  }

  return {
    read,
    async replace(next, over) {
      const text = encodeTimes(next);
      const now = textNow();
      if (now === text) return;
      const seen = over && versionIn(encodeTimes(over));
      if ((now === null ? null : versionIn(now)) !== seen)
        throw new Overtaken(`${name}: another run has written it in the meantime`);
      await replaceFile(path, Buffer.from(text));
    },
  };
}
