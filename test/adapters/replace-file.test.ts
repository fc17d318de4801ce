import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { replaceFile } from "../../src/adapters/replace-file.ts";
import { ODD } from "./odd-files.ts";

/** Above the highest process id. */
const GONE = 2 ** 22 + 1;
const isRoot = process.getuid?.() === 0;

let folder: string;
let path: string;
const at = (...parts: string[]) => join(folder, ...parts);
const modeOf = (file: string) => statSync(file).mode & 0o777;
const write = (text: string) => replaceFile(path, Buffer.from(text));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "replace-"));
  path = at("events.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a planted link", () => {
  test.each([process.pid, GONE, 1])("with the name of a temporary file of process %i is not followed", async (pid) => {
    writeFileSync(at("precious"), "precious");
    for (const to of ["precious", "nowhere"]) {
      const planted = at(`events.json.${pid}${to === "nowhere" ? ".0123456789ab" : ""}.tmp`);
      symlinkSync(at(to), planted);
      await write(to);
      expect(lstatSync(planted).isSymbolicLink()).toBe(true);
    }
    expect(readFileSync(at("precious"), "utf8")).toBe("precious");
    expect(readFileSync(path, "utf8")).toBe("nowhere");
    expect(lstatSync(path).isFile()).toBe(true);
    expect(readdirSync(folder)).not.toContain("nowhere");
  });

  test("at the path itself is followed to a file, and replaced if it is dangling", async () => {
    symlinkSync(at("real"), path);
    await write("first");
    expect(lstatSync(path).isFile()).toBe(true);
    rmSync(path);
    writeFileSync(at("real"), "");
    symlinkSync(at("real"), path);
    await write("second");
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(readFileSync(at("real"), "utf8")).toBe("second");
  });
});

test("a new file has the default mode, an existing one keeps its own", async () => {
  writeFileSync(at("usual"), "");
  await write("new");
  expect(modeOf(path)).toBe(modeOf(at("usual")));
  for (const mode of [0o600, 0o640, 0o666, 0o444]) {
    chmodSync(path, mode);
    await write(String(mode));
    expect([modeOf(path), readFileSync(path, "utf8")]).toEqual([mode, String(mode)]);
  }
});

test.runIf(isRoot)("a file of another user keeps its owner when the superuser writes it", async () => {
  writeFileSync(path, "");
  chownSync(path, 1_234, 1_235);
  await write("new");
  expect(statSync(path)).toMatchObject({ uid: 1_234, gid: 1_235 });
});

describe("a temporary file of a killed process", () => {
  test("is removed, also if it has the id of this process", async () => {
    for (const name of [`${GONE}.tmp`, `${GONE}.0123456789ab.tmp`, `${process.pid}.0123456789ab.tmp`])
      writeFileSync(`${path}.${name}`, "half");
    await write("whole");
    expect(readdirSync(folder)).toEqual(["events.json"]);
  });

  test("is kept if it is not ours, and does not block writing", async () => {
    const others = [
      `events.json.${GONE}.tmp`,
      `events.json.${GONE}1.tmp`,
      `events.json.${GONE}.0123456789ab.tmp`,
      `other.json.${GONE}.tmp`,
    ];
    mkdirSync(at(others[0]!));
    symlinkSync("nowhere", at(others[1]!));
    writeFileSync(at(others[2]!), "another user's");
    if (isRoot) chownSync(at(others[2]!), 1_234, 1_234);
    else rmSync(at(others.splice(2, 1)[0]!));
    writeFileSync(at(others.at(-1)!), "another file's");
    await write("whole");
    expect(readdirSync(folder).sort()).toEqual(["events.json", ...others].sort());
  });
});

describe.each(Object.entries(ODD).filter(([what]) => !/nothing|itself|huge|says/.test(what)))(
  "a %s",
  (_, { make, said }) => {
    test("is not replaced", async () => {
      await make(path);
      const before = lstatSync(path);
      await expect(write("file")).rejects.toThrow(said);
      await expect(write("file")).rejects.toThrow(/^\S*events\.json: cannot be written, and is unchanged: /);
      expect(lstatSync(path).ino).toBe(before.ino);
      expect(readdirSync(folder)).toEqual(["events.json"]);
    });
  },
);
