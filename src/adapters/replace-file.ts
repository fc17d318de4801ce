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
 * Atomically replaces the file at `path` with `bytes`: readers see the old bytes or the new ones, also after a crash or a power
 * cut. Keeps owner and mode. Follows a symbolic link at `path`, but never writes through any other link. Synchronous: it takes
 * a few milliseconds, while waiting for the disk asynchronously would first trigger a garbage collection. Rejects with an error
 * that names the file, relative to the working directory.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    // The system may forbid following another user's link in a world-writable folder.
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

/** Writes a new file next to `target`, with an unpredictable name, `events.json.4711.0a1b2c3d4e5f.tmp`. Returns its path. */
function writeBeside(target: string, bytes: Uint8Array, old: Stats | undefined): string {
  const path = `${target}.${process.pid}.${randomBytes(6).toString("hex")}.tmp`;
  // "wx" fails if something with that name exists, such as a link.
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
    // Only the superuser can change owners, and a sandboxed service may be killed for trying.
    if (process.getuid?.() === 0 && (made.uid !== uid || made.gid !== gid)) fchownSync(file, uid, gid);
  } catch {
    // The superuser may lack that capability.
  }
  fchmodSync(file, mode & 0o777);
}

/** Removes temporary files of killed processes: `events.json.4711.….tmp` if process 4711 does not exist, or is this one. */
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

/** Whether another process has this id. This process writes only one file at a time. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Makes a rename in `folder` durable; does nothing on systems that cannot open a folder (Windows). */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Not supported.
  }
}
