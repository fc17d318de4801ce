import { mkdirSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { records, run, scratch } from "./program.ts";

const at = scratch();
const CALL = "[**EuroRust**](https://sessionize.com/eurorust-2026/)";
const EVENT = `# Upcoming Events

### Europe
* 2026-10-14 - 2026-10-17 | Barcelona, ES | [EuroRust](https://eurorust.eu/)
    * [**EuroRust 2026**](https://eurorust.eu/2026/)
`;

describe("cfps", () => {
  beforeAll(() => {
    mkdirSync(at.path("issues"));
    const issues: Readonly<Record<string, string>> = {
      "2026-04-22": `### CFP - Events\n* ${CALL} | 2026-04-27 | Barcelona, Spain | 2026-10-14 - 2026-10-17\n* Something else\n`,
      "2026-04-29": `### CFP - Events\n* ${CALL} | 2026-05-04 23:59 UTC (extended) | Barcelona, Spain | 2026-10-14\n\n${EVENT}`,
    };
    for (const [day, text] of Object.entries(issues))
      writeFileSync(at.path(`issues/${day}-this-week-in-rust.md`), text);
  });

  it("prints each call once, with its conference's event, and problems", async () => {
    const { code, stdout, stderr } = await run(["cfps", at.path("issues")]);
    const [event] = records((await run(["events", at.path("issues")])).stdout);
    expect(code).toBe(0);
    const [call, ...more] = records(stdout);
    expect(more).toEqual([]);
    const url = "https://sessionize.com/eurorust-2026/";
    const line = { name: "EuroRust", url, start: "2026-10-14" };
    expect(call).toEqual({
      id: expect.stringMatching(/^c\w{12}$/),
      ...{ name: "EuroRust", url, site: null, closes: "2026-05-04", closesAt: "2026-05-04T23:59:00Z", rolling: false },
      ...{ start: "2026-10-14", end: "2026-10-17", mode: "in-person" },
      places: [expect.objectContaining({ city: "Barcelona", country: "ES", timeZone: "Europe/Madrid" })],
      event: event?.id,
      listings: [
        { issue: "2026-04-22", line: 2, ...line, closes: "2026-04-27", end: "2026-10-17" },
        { issue: "2026-04-29", line: 2, ...line, closes: "2026-05-04", end: "2026-10-14" },
      ],
    });
    expect(Object.keys(call ?? {}).join(" ")).toBe(
      "id name url site closes closesAt rolling start end mode places event listings",
    );
    expect(stderr).toBe(
      "2026-04-22-this-week-in-rust.md:3: call-not-understood: neither a call for papers nor a sentence\n",
    );
  });
});
