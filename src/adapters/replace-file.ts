import { randomBytes } from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { StoreUnreachable } from "../ports.ts";
import { systemText } from "./error-code.ts";
import { makeFolder } from "./make-folder.ts";
import { mustBeRegular } from "./regular-file.ts";
import { shown } from "./shown.ts";

/**
 * Puts `bytes` in the place of the file at `path`: whoever reads it, and whoever looks after a crash or a power cut,
 * finds the old bytes or the new ones, with the old file's owner and mode. A symbolic link at `path` itself is followed; no other
 * one is written through. All in one go: it takes a few milliseconds, while each pause to wait for the disk is one in which the
 * runtime first collects the garbage of all that led here. Rejects with an error that names the file, relative to the working
 * directory.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    // Where a link is another user's in a folder for all, the system may forbid to follow it.
    const old = statSync(path, { throwIfNoEntry: false });
    if (old !== undefined) mustBeRegular(old);
    const target = old === undefined ? path : realpathSync(path);
    makeFolder(dirname(target));
    removeLeftovers(target, old);
    const temporary = writeBeside(target, bytes, old);
    try {
      renameSync(temporary, target);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    syncFolder(dirname(target));
  } catch (error) {
    throw new StoreUnreachable(`${shown(path)}: cannot be written, and is unchanged: ${systemText(error as Error)}`);
  }
}

/** A new file beside `target`, of a name that nobody can know before: `events.json.4711.0a1b2c3d4e5f.tmp`. Gives its path. */
function writeBeside(target: string, bytes: Uint8Array, old: Stats | undefined): string {
  const path = `${target}.${process.pid}.${randomBytes(6).toString("hex")}.tmp`;
  // What is there by that name, a link for one, is an error.
  const file = openSync(path, "wx", old === undefined ? 0o666 : old.mode & 0o777);
  try {
    if (old !== undefined) keepOwner(file, old);
    writeFileSync(file, bytes);
    fsyncSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return path;
}

function keepOwner(file: number, { uid, gid, mode }: Stats): void {
  const made = fstatSync(file);
  try {
    // Only the superuser can give files away, and a service may be ended for trying.
    if (process.getuid?.() === 0 && (made.uid !== uid || made.gid !== gid)) fchownSync(file, uid, gid);
  } catch {
    // Nor can one whose rights were taken.
  }
  fchmodSync(file, mode & 0o777);
}

/** Removes temporary files of writers that were killed: `events.json.4711.….tmp` where process 4711 is gone, or is this one. */
function removeLeftovers(target: string, old: Stats | undefined): void {
  const [folder, prefix] = [dirname(target), `${basename(target)}.`];
  const owners = [process.getuid?.() ?? 0, old?.uid];
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(prefix)
      ? /^(\d+)\.(?:[0-9a-f]{12}\.)?tmp$/.exec(name.slice(prefix.length))?.[1]
      : undefined;
    if (pid === undefined || isRunning(Number(pid))) continue;
    const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (found?.isFile() && owners.includes(found.uid)) rmSync(join(folder, name), { force: true });
  }
}

/** Whether another process has this id. This one writes one file at a time. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
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
