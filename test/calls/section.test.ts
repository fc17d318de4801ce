import { describe, expect, it } from "vitest";
import { createRandom } from "../generate/random.ts";
import { runs } from "../runs.ts";
import { issueOf, read, said } from "./read.ts";

const LINE = "* [**EuroRust 2026**](https://example.org/cfp) | CFP closes 2026-05-04 | Virtual | 2026-10-14";
const CALL = "EuroRust 2026: closes 2026-05-04; 2026-10-14; virtual";
const names = (text: string) => read("2026-04-01", text).calls.map(({ name }) => name);

describe("the section", () => {
  it.each([
    "### CFP - Events",
    "#### CFP - Speakers",
    "## Calls for Papers",
    "# **CFPs**",
    "## Call for Speakers",
    "### Calls for proposals and speakers",
  ])("begins at %s", (heading) => {
    expect(
      names(
        `${heading}\n\n${LINE}\n\n## Updates from the Rust Project\n* [Other](https://example.org/) | 2026-05-01\n`,
      ),
    ).toEqual(["EuroRust 2026"]);
  });

  it("may hold headings of its own", () => {
    expect(
      names(`### CFP - Events\n#### Europe\n${LINE}\n#### Asia\n${LINE.replace("EuroRust", "RustAsia")}\n`),
    ).toEqual(["EuroRust 2026", "RustAsia 2026"]);
  });

  it("of projects calls for papers only where it says so", () => {
    const projects = [
      "* [serde - CFP for a new implementation](https://example.org/serde)",
      "* [Some crate: call for participation](https://example.org/some)",
      "* [tokio - a title with cfp in it](https://github.com/tokio-rs/tokio/issues/1)",
      "* [RustLab 2019 Call for Proposals, June 28-29, Florence, IT](https://example.org/lab).",
      "* [Rust.Tokyo 2021](https://www.papercall.io/rusttokyo2021)",
      "*No issues were proposed for CfP*.",
    ];
    const { calls, problems } = read("2019-04-01", `# Call for Participation\n\n${projects.join("\n")}\n`);
    expect(calls.map(({ name, start, end }) => [name, start, end])).toEqual([
      ["RustLab 2019", "2019-06-28", "2019-06-29"],
      ["Rust.Tokyo 2021", null, null],
    ]);
    expect(problems).toEqual([]);
  });

  it("takes no template, comment, paragraph or line that says there are none for a call", () => {
    const lines = [
      "Are you a new or experienced speaker looking for a place to share something cool? This section highlights events.",
      "<!-- CFPs go here, use this format: * [**event name**](URL to CFP)| Date CFP closes in YYYY-MM-DD | city -->",
      "<!-- or if none - *No Calls for papers or presentations were submitted this week.* -->",
      "*No Calls for papers or presentations were submitted this week.*",
      LINE,
      "",
      "If you are an event organizer hoping to expand the reach of your event, please submit a link through a [PR](https://example.org/pr)!",
    ];
    expect(said("2026-04-01", ...lines)).toEqual([CALL]);
  });

  it("reports a line that is no call", () => {
    expect(said("2026-04-01", "* Something else", "", "A paragraph.")).toEqual([
      "",
      "call-not-understood",
      "call-prose",
    ]);
    expect(said("2026-04-01", `${LINE} ${"x".repeat(3_000)}`)).toEqual(["", "call-too-long"]);
  });

  it("may end its lines in any way", () => {
    expect(said("2026-04-01", `${LINE}\r`)).toEqual([CALL]);
  });
});

it("nothing throws, whatever stands there", () => {
  const seed = 20_261_201;
  const random = createRandom(seed);
  const pieces = [
    "[",
    "]",
    "(",
    ")",
    "|",
    "*",
    "~~",
    "2026-",
    "05-04",
    " May 4",
    "https://",
    "example.org",
    "CFP",
    " closes ",
    "\n* ",
    "\n",
    "<!--",
    "-->",
    "23:59",
    " PT",
    "é",
    "\u0000",
    "CFP constructor",
    "`",
    "&amp;",
    " - ",
  ];
  for (let run = 0; run < runs(1_000); run++) {
    const text = Array.from({ length: random.int(1, 120) }, () => random.pick(pieces)).join("");
    expect(() => read("2026-04-01", issueOf(`* ${text}`)), `seed ${seed}, run ${run}`).not.toThrow();
  }
});
