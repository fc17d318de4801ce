import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { run } from "../adapters/cli/program.ts";

const text = readFileSync("DEPLOY.md", "utf8");

/** The blocks of one language. */
const blocks = (language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))].map((match) => match[1] ?? "");
const unit = blocks("ini")[0] ?? "";
const server = /^ExecStart=(\S+) (\S+) serve (.*)$/m.exec(unit);

describe("DEPLOY.md", () => {
  it("starts an existing program with existing options", async () => {
    const [, node, program, args = ""] = server ?? [];
    expect(node).toBe("/usr/bin/node");
    expect(readFileSync(String(program), "utf8")).toMatch(/^#!/);
    const { stdout } = await run(["serve", "--help"]);
    const flags = args.match(/--[a-z-]+/g) ?? [];
    expect(flags.length).toBeGreaterThan(2);
    expect(flags.filter((flag) => !stdout.includes(`  ${flag} `))).toEqual([]);
    expect(stdout).toContain("8787");
    expect(blocks("nginx")[0]).toContain("server 127.0.0.1:8787;");
  });

  it("lists every setting of the Worker except those for tests", () => {
    const rows = [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1]);
    const bindings = readFileSync("src/adapters/worker/bindings.ts", "utf8");
    const known = [...bindings.matchAll(/readonly ([A-Z_]+)\?: string/g)].map((match) => match[1]);
    const forTests = ["GITHUB_API", "GITHUB_RAW", "TIMES_VIA"];
    expect([...rows].sort()).toEqual(known.filter((name) => !forTests.includes(String(name))).sort());
  });

  it("has the same minute as the cron in wrangler.toml", () => {
    const minute = /crons = \["(\d+) \* \* \* \*"\]/.exec(readFileSync("wrangler.toml", "utf8"))?.[1];
    expect(text).toContain(`At minute ${minute} of each hour`);
  });
});

/** Whether a program of the machine is there. */
const has = async (program: string): Promise<boolean> =>
  promisify(execFile)("sh", ["-c", `command -v ${program}`]).then(
    () => true,
    () => false,
  );

const checked = await has("systemd-analyze");
if (!checked) console.warn("Not installed: systemd. The unit of DEPLOY.md is not verified.");

describe.runIf(checked)("the unit", () => {
  it("has only settings that systemd knows", async () => {
    const folder = await mkdtemp(join(tmpdir(), "unit-"));
    const path = join(folder, "twir-calendar.service");
    await writeFile(
      path,
      unit.replaceAll("/opt/twir-calendar", process.cwd()).replace("/usr/bin/node", process.execPath),
    );
    const { stderr } = await promisify(execFile)("systemd-analyze", ["verify", path]);
    await rm(folder, { recursive: true });
    expect(stderr.split("\n").filter((line) => line.includes("twir-calendar.service"))).toEqual([]);
  });
});
