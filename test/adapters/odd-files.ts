import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/** A file of several megabytes. */
const KERNEL = "/proc/kallsyms";

/** Things that may be at the path of a file, and the error for each. */
export const ODD: Readonly<Record<string, { make(path: string): void | Promise<void>; readonly said: RegExp }>> = {
  pipe: { make: pipe, said: /it is a pipe, not a regular file/ },
  folder: { make: (path) => mkdirSync(path), said: /it is a folder, not a regular file/ },
  socket: { make: socket, said: /it is a socket, not a regular file/ },
  "endless device": { make: device, said: /it is a device, not a regular file/ },
  "link to nothing": { make: (path) => symlinkSync("nowhere", path), said: /ENOENT/ },
  "link to itself": { make: (path) => symlinkSync(path, path), said: /ELOOP/ },
  "huge file": { make: huge, said: /it is larger than \d+ MiB/ },
  // Only on Linux.
  ...(existsSync(KERNEL) && {
    "link to a long file that says it is empty": {
      make: (path) => symlinkSync(KERNEL, path),
      said: /it is larger than \d+ MiB/,
    },
  }),
};

/** A pipe without a writer: opening it as a file blocks forever. */
export function pipe(path: string): void {
  execFileSync("mkfifo", [path]);
}

/** One of our own where we may make one: what writes in its place must not harm the machine's. */
export function device(path: string): void {
  if (process.getuid?.() === 0) execFileSync("mknod", [path, "c", "1", "5"]);
  else symlinkSync("/dev/zero", path);
}

async function socket(path: string): Promise<void> {
  await new Promise<void>((resolve) => createServer().listen(path, resolve).unref());
}

/** A sparse file of eight gigabytes. */
function huge(path: string): void {
  writeFileSync(path, "");
  truncateSync(path, 2 ** 33);
}

/** Puts one of each into `folder`, its name led by `prefix`: `2025-02-05-pipe.md`. Gives their names, with what is said. */
export async function putOdd(folder: string, prefix: string): Promise<ReadonlyMap<string, RegExp>> {
  const names = new Map<string, RegExp>();
  for (const [what, { make, said }] of Object.entries(ODD)) {
    const name = `${prefix}-${what.replaceAll(" ", "-")}.md`;
    await make(join(folder, name));
    names.set(name, said);
  }
  return names;
}
