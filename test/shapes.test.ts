import { expect, test, vi } from "vitest";
import { NO_OVERRIDES } from "../src/merge/overrides.ts";
import { buildDataSet } from "../src/pipeline.ts";
import { SHAPES, type ShapeName, shapeOf } from "./generate/shapes.ts";
import { gazetteer } from "./normalize/places/gazetteer.ts";

const { compared } = vi.hoisted(() => ({ compared: { titles: 0 } }));
vi.mock(import("../src/merge/titles.ts"), async (original) => {
  const titles = await original();
  const alikeness: typeof titles.alikeness = (a, b) => {
    compared.titles++;
    return titles.alikeness(a, b);
  };
  return { ...titles, alikeness };
});

/** The data set of a shape, as many rows in all its issues together, and how many titles were compared for it. */
function built(name: ShapeName, rows: number) {
  const wanted = shapeOf(name, rows);
  const issues = wanted.issues.map(({ name, text }) => ({ name, text, issue: name.slice(0, 10), blob: "" }));
  compared.titles = 0;
  const { data } = buildDataSet(issues, { gazetteer, overrides: NO_OVERRIDES });
  return { data, wanted, titles: compared.titles };
}

// `npm run bench` takes as many rows of every shape.
const [FIRST] = SHAPES;
test.each(SHAPES)("many rows, %s: each event and each group is found once", (name) => {
  const { data, wanted } = built(name, name === FIRST ? 10_000 : 2_000);
  expect({ events: data.events.length, groups: data.groups.length }).toEqual({
    events: wanted.events,
    groups: wanted.groups,
  });
});

test.each(SHAPES)("twice the rows, %s: by far less than four times as many titles are compared", (name) => {
  const [some, more] = [built(name, 400), built(name, 800)];
  expect(more.titles).toBeLessThanOrEqual(3 * some.titles + 1_000);
});
