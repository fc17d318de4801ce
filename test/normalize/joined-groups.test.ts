import { describe, expect, it } from "vitest";
import type { GroupRecord } from "../../src/model/event.ts";
import type { PrintedGroup } from "../../src/model/listing.ts";
import { identifyGroups } from "../../src/normalize/groups/identify.ts";
import { keepSlugs } from "../../src/normalize/groups/keep-slugs.ts";
import { createGroupIndex, groupRecords } from "../../src/normalize/groups/known-groups.ts";

type Print = readonly [issue: string, groups: readonly PrintedGroup[]];

const group = (name: string, url: string | null = null): PrintedGroup => ({ name, url });
const meetup = (name: string, page: string) => group(name, `https://www.meetup.com/${page}/`);

/** Slugs of the organisers of each print, one after another. */
function slugs(prints: readonly Print[], index = createGroupIndex()) {
  return prints.map(([issue, groups]) => identifyGroups(index, groups, issue, null).map(({ slug }) => slug));
}

describe("the slugs of groups that turned out to be parts of others", () => {
  const record = (slug: string, names: string[], links: string[], aliases?: string[]): GroupRecord => ({
    slug,
    ...(aliases && { aliases }),
    name: names[0] ?? "",
    url: null,
    names,
    links,
    firstSeen: "2024-01-03",
    lastSeen: "2024-02-07",
  });
  const whole = record("rust-oslo", ["Rust Oslo", "Oslo Rust"], ["meetup.com/rust-oslo"]);

  it.each<[string, GroupRecord, string[]]>([
    ["by link", record("rustox", [], ["meetup.com/rust-oslo"]), ["rustox"]],
    ["by name", record("oslo-rust", ["Oslo Rust!"], []), ["oslo-rust"]],
    ["with their own aliases", record("rustox", ["Rust Oslo"], [], ["ox"]), ["rustox", "ox"]],
  ])("lead to the whole %s", (_, part, aliases) => {
    const other = record("rust-bergen", ["Rust Bergen"], []);
    expect(keepSlugs([whole, part, other], [whole, other])).toEqual([{ ...whole, aliases }, other]);
  });
});

describe("a group that was joined to another by hand", () => {
  const joins = new Map([["rust-oslo", "oslo-rust"]]);
  const part: Print = ["2024-01-03", [group("Rust Oslo")]];
  const whole: Print = ["2024-02-07", [meetup("Oslo Rust", "oslo-rust-meetup")]];
  const site: Print = ["2024-03-06", [group("Rust Oslo", "https://oslo.example/")]];

  it.each<[string, Print[]]>([
    ["after it", [whole, part, site]],
    ["before it", [part, whole, site]],
    ["alone", [part, site]],
  ])("is that group, printed %s", (_, prints) => {
    const index = createGroupIndex([], joins);
    expect(slugs(prints, index)).toEqual(prints.map(() => ["oslo-rust"]));
    const [record, ...others] = groupRecords(index);
    expect([record, others]).toMatchObject([{ slug: "oslo-rust", aliases: ["rust-oslo"] }, []]);
    // What is stored goes on alike.
    const restored = createGroupIndex(JSON.parse(JSON.stringify([record])), joins);
    expect(slugs([site, part], restored)).toEqual([["oslo-rust"], ["oslo-rust"]]);
    expect(groupRecords(restored)).toHaveLength(1);
  });

  it("leaves others alone", () => {
    const index = createGroupIndex([], joins);
    expect(slugs([whole, ["2024-02-07", [group("Rust Bergen")]]], index)).toEqual([["oslo-rust"], ["rust-bergen"]]);
    expect(groupRecords(index).map(({ aliases }) => aliases)).toEqual([undefined, undefined]);
  });
});
