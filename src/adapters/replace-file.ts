import { closeSync, fsyncSync, openSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "./make-folder.ts";

/**
 * Puts `bytes` in the place of the file at `path`: whoever reads it, and whoever looks after a crash or a power cut,
 * finds the old bytes or the new ones. All in one go: it takes a few milliseconds, while each pause to wait for the disk is
 * one in which the runtime first collects the garbage of all that led here.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const target = targetOf(path);
  const folder = dirname(target);
  makeFolder(folder);
  removeLeftovers(target);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, bytes, { flush: true });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(folder);
}

/** Where a symbolic link leads. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Temporary files of writers that were killed: `events.json.4711.tmp` where process 4711 is gone. */
function removeLeftovers(target: string): void {
  const [folder, prefix] = [dirname(target), `${basename(target)}.`];
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(prefix) ? /^(\d+)\.tmp$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Makes a rename in `folder` last; systems that cannot open a folder (Windows) do without. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // As the system has it.
  }
}
