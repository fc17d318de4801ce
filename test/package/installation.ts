import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printed } from "./run.ts";

const ROOT: string = join(import.meta.dirname, "../..");
/** What a checkout has that goes into the package, or builds it. */
const SOURCES = ["src", "data", "package.json", ".npmrc", "README.md", "CHANGELOG.md", "LICENSE", "LICENSE-DATA"];
const BUILT_BY = ["tsconfig.json", "tsconfig.build.json"];

/** The package, installed in an empty folder. */
export interface Installation {
  /** Where it is installed, with its dependencies alone. */
  readonly folder: string;
  readonly packedBytes: number;
  /** Paths in the package. */
  readonly packed: readonly string[];
  remove(): void;
}

/** Builds and packs a copy of this checkout, and installs the package. Does not modify `dist/` of the checkout. */
export async function install(): Promise<Installation> {
  const at = realpathSync(mkdtempSync(join(tmpdir(), "package-")));
  return installIn(at).catch((error: unknown) => {
    rmSync(at, { recursive: true });
    throw error;
  });
}

async function installIn(at: string): Promise<Installation> {
  const [checkout, folder] = [join(at, "checkout"), join(at, "empty")];
  for (const path of [...SOURCES, ...BUILT_BY]) cpSync(join(ROOT, path), join(checkout, path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(checkout, "node_modules"));
  await printed(["npm", "run", "-s", "build"], { cwd: checkout });
  await printed(["npm", "pack", "--silent", "--pack-destination", at], { cwd: checkout });
  const tarball = join(at, readdirSync(at).find((name) => name.endsWith(".tgz")) ?? "");
  const packed = await printed(["tar", "-tzf", tarball], { cwd: at });
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), "{}");
  const quick = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"];
  await printed(["npm", "install", ...quick, tarball], { cwd: folder });
  return {
    folder,
    packedBytes: statSync(tarball).size,
    packed: packed
      .trim()
      .split("\n")
      .map((path) => path.replace("package/", "")),
    remove: () => rmSync(at, { recursive: true }),
  };
}

/** Bytes of all files below. */
export function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
