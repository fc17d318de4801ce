import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..", "..");
const copy = mkdtempSync(join(tmpdir(), "twir-calendar-descriptors-"));

/** A line for each event. */
const TOY_FORMAT = `
import type { EventRecord } from "../../model/event.ts";
import { join, onceEach } from "../bytes.ts";
import type { FormatRecord } from "../format.ts";

export const TOY: FormatRecord<"toy"> = {
  ending: "toy",
  type: "text/x-toy; charset=utf-8",
  name: "Toy lines",
  specification: "https://toys.example/lines",
  renderer() {
    const line = onceEach(({ id }: EventRecord) => \`toy \${id}\\n\`);
    return { each: line, list: (_, events) => join(events.map(line)), one: (_, event) => line(event) };
  },
};
`;

/** Events by the number of their places. */
const TOY_FILTER = `
import type { Filter } from "../filter.ts";
import { upTo } from "../values.ts";

export const TOYS: Filter<"toys", number> = {
  key: "toys",
  schema: () => upTo(3),
  facet: () => ({ places }) => [String(places.length)],
  select: (count, { index }) => [index.get(String(count)) ?? []],
  say: { at: 999, words: (count) => \`\${count} toys\` },
  form: { label: "Toys", input: "choice", choices: [["1", "One toy"]] },
  documentation: { description: "So many toys.", examples: ["2"] },
};
`;

/** Answers each path that it is given from two events, as lines of JSON. */
const ASK = `
import { memoryStore } from "./src/adapters/store/memory.ts";
import { createApp } from "./src/http/app.ts";
import { BERLIN, dataSet, event } from "./test/render/events.ts";

const store = memoryStore(dataSet([event({ id: "one" }), event({ id: "two", places: [BERLIN, BERLIN] })]));
const site = { url: "https://site.example", domain: "uid.example" };
const app = createApp({ store, clock: { today: () => "2026-03-05" }, site });
for (const path of process.argv.slice(2)) {
  const answer = await app.request(path);
  const [type, link] = [answer.headers.get("content-type"), answer.headers.get("link")];
  console.log(JSON.stringify({ status: answer.status, type, link, body: await answer.text() }));
}
`;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly link: string | null;
  readonly body: string;
}

async function ask(...paths: readonly string[]): Promise<readonly Answer[]> {
  const { stdout } = await run(process.execPath, ["ask.ts", ...paths], { cwd: copy });
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** Puts `row` into the table of the file at `path`, and its import: all that is changed of what was there. */
function addRow(path: string, row: string, from: string): void {
  const file = join(copy, path);
  const [before, after, ...more] = readFileSync(file, "utf8").split("] as const;");
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`${path} has no table`);
  const last = before.trimEnd().endsWith("[") || before.trimEnd().endsWith(",") ? "" : ",";
  writeFileSync(file, `import { ${row} } from "${from}";\n${before.trimEnd()}${last} ${row}] as const;${after}`);
}

beforeAll(() => {
  for (const name of ["node_modules", "data", "package.json", "tsconfig.json", "tsconfig.core.json"])
    symlinkSync(join(root, name), join(copy, name));
  for (const name of ["src", "test/render/events.ts"]) cpSync(join(root, name), join(copy, name), { recursive: true });
  mkdirSync(join(copy, "src/render/toy"));
  writeFileSync(join(copy, "src/render/toy/renderer.ts"), TOY_FORMAT);
  writeFileSync(join(copy, "src/query/filters/toys.ts"), TOY_FILTER);
  addRow("src/render/formats.ts", "TOY", "./toy/renderer.ts");
  addRow("src/query/filters.ts", "TOYS", "./filters/toys.ts");
  writeFileSync(join(copy, "ask.ts"), ASK);
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("another format and filter type-check with one file and one row each", async () => {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const checked = run(process.execPath, [tsc, "-p", "tsconfig.core.json"], { cwd: copy });
  await expect(checked.catch(({ stdout, stderr }) => stdout + stderr)).resolves.toEqual({ stdout: "", stderr: "" });
});

test("another format is served, offered and documented", async () => {
  const [list, one, ics, page, docs, openapi] = await ask(
    ...["/events.toy", "/events/two.toy", "/events.ics", "/events", "/docs", "/openapi.json"],
  );
  expect(list).toMatchObject({ status: 200, type: "text/x-toy; charset=utf-8", body: "toy one\ntoy two\n" });
  expect(one).toMatchObject({ status: 200, body: "toy two\n" });
  expect(ics?.link).toContain('<https://site.example/events.toy>; rel="alternate"; type="text/x-toy"');
  expect(page?.body).toMatch(/<a href="\/events\.toy">Toy lines/);
  expect(docs?.body).toContain('<a href="https://toys.example/lines">Toy lines</a>');
  expect(JSON.parse(openapi!.body).paths["/groups/{slug}.toy"].get.responses[200].content).toEqual({
    "text/x-toy": { schema: { type: "string" } },
  });
});

test("another filter selects, is named, offered, documented and validated", async () => {
  const [found, alike, page, refused, openapi] = await ask(
    ...["/events.json?toys=2", "/events.json?toys=%202", "/events?toys=1", "/events.json?toys=4", "/openapi.json"],
  );
  const { title, events, self } = JSON.parse(found!.body);
  expect(title).toBe("Rust events: 2 toys");
  expect(events.map(({ id }: { readonly id: string }) => id)).toEqual(["two"]);
  expect(JSON.parse(alike!.body).self).toBe(self);
  expect(page?.body).toContain('<label for="toys">Toys</label><select id="toys" name="toys">');
  expect(page?.body).toContain('<option value="1" selected>One toy</option>');
  expect(refused?.status).toBe(400);
  expect(JSON.parse(refused!.body).errors).toEqual([
    { parameter: "toys", value: "4", detail: 'toys: "4" is invalid', allowed: ["1 to 3"] },
  ]);
  expect(JSON.parse(openapi!.body).components.parameters.toys).toMatchObject({
    description: "So many toys.",
    schema: { type: "integer", minimum: 1, maximum: 3 },
    example: 2,
  });
});
