import { expect, it } from "vitest";
import { VIEWS } from "../../src/render/formats.ts";
import { dataSet, event } from "../render/events.ts";
import { appOver } from "./service.ts";

const app = appOver(
  dataSet([event({ id: "lasting", aliases: ["former"] }), event({ id: "other", start: "2026-04-01" })]),
);
const ENDINGS = VIEWS.map((view) => (view === "html" ? "" : `.${view}`));

it.each(ENDINGS)("an alias redirects to its event: %s", async (ending) => {
  const response = await app.request(`/events/former${ending}`);
  expect(response.status).toBe(301);
  expect(response.headers.get("location")).toBe(`/events/lasting${ending}`);
  expect((await app.request(`/events/lasting${ending}`)).status).toBe(200);
});

it("lists contain a merged event once, with its aliases", async () => {
  const { events } = await (await app.request("/events.json")).json();
  expect(events.map(({ id, aliases }: { id: string; aliases?: string[] }) => [id, aliases])).toEqual([
    ["lasting", ["former"]],
    ["other", undefined],
  ]);
});
