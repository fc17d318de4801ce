import { describe, expect, test } from "vitest";
import { createApp } from "../../src/http/app.ts";
import { FORMATS } from "../../src/render/formats.ts";
import { dataSet, event } from "../render/events.ts";
import { TIMED } from "../render/timed.ts";
import { faults, strictly } from "./documented.ts";
import { appOver, SITE, TODAY } from "./service.ts";
import { READING, timedStore } from "./timed-store.ts";

const DATA = dataSet([...TIMED, event({ id: "2014", start: "2014-12-20" })]);
const timed = createApp({ store: timedStore(DATA), clock: { today: () => TODAY }, site: SITE });
const plain = appOver(DATA);
const policyOf = (response: Response) => response.headers.get("content-security-policy") ?? "";

describe("an edition with start times", () => {
  test.each([
    ["/", true],
    ["/events", true],
    ["/groups/rust-berlin", true],
    ["/events/plain-hour", true],
    ["/events/day", false],
    ["/events?from=2014-01-01&to=2014-12-31", false],
    ["/feeds", false],
    ["/changes", false],
    ["/docs", false],
  ])("lets the script of %s run where it has one: %s", async (path, runs) => {
    const response = await timed.request(path);
    const page = await response.text();
    expect([response.status, page.includes("<script>")]).toEqual([200, runs]);
    expect(policyOf(response).includes("script-src 'sha256-")).toBe(runs);
    expect(page).toContain("Times come from the organisers' own calendars");
    const before = await plain.request(path);
    expect(await before.text()).toContain("Only dates are known here");
    expect(policyOf(before)).not.toContain("script-src");
  });

  test("conforms to the schemas in every format", async () => {
    const list = await (await timed.request("/events.json?to=2026-12-31")).json();
    expect(faults(strictly({ $ref: "#/components/schemas/EventList" }), list)).toEqual([]);
    const single = strictly({ $ref: "#/components/schemas/SingleEvent" });
    for (const { id } of TIMED)
      expect([id, faults(single, await (await timed.request(`/events/${id}.json`)).json())]).toEqual([id, []]);
    for (const format of FORMATS) expect((await timed.request(`/events.${format}`)).status).toBe(200);
  });

  test("shows when an event was read only in its JSON and on its page", async () => {
    expect(await (await timed.request("/events/plain-hour.json")).json()).toMatchObject({ time: READING });
    expect(await (await timed.request("/events/plain-hour")).text()).toContain(READING.lastRead);
    for (const format of FORMATS) {
      expect(await (await timed.request(`/events.${format}`)).text()).not.toContain(READING.lastRead.slice(0, 10));
      if (format !== "json")
        expect(await (await timed.request(`/events/plain-hour.${format}`)).text()).not.toContain(
          READING.lastRead.slice(0, 10),
        );
    }
  });

  test("has columns for start times in every CSV file, and without start times in none", async () => {
    const headOf = async (app: typeof timed, path: string) => (await (await app.request(path)).text()).split("\r\n")[0];
    for (const path of ["/events.csv", "/events.csv?from=2014-01-01&to=2014-12-31", "/events/day.csv"]) {
      expect(await headOf(timed, path)).toMatch(/,license,startTime,/);
      expect(await headOf(plain, path)).toMatch(/,license,kind$/);
    }
  });
});
