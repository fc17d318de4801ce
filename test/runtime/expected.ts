import { clockAt } from "../../src/adapters/clock.ts";
import { fileStore } from "../../src/adapters/store/file.ts";
import { timedStore } from "../../src/adapters/store/timed.ts";
import { fileTimes, timesPath } from "../../src/adapters/times/file.ts";
import { createApp } from "../../src/http/app.ts";
import { type Ask, type Check, checksOf, SITE_URL, type Told, tell } from "./checks.ts";

/** The requests with the responses of the app in this process. */
export interface Expected {
  /** Date of the newest issue, which is today in every runtime. */
  readonly today: string;
  readonly checks: readonly Check[];
  readonly told: readonly Told[];
}

export const DATA = "data/events.json";

/** The included data. */
const embedded = () => fileTimes(timesPath(DATA)).read();

/** The app over the data set that comes with the program, with its hours or with `times`, on the day of its newest issue. */
export async function appInProcess(times = embedded): Promise<{ readonly ask: Ask; readonly today: string }> {
  const store = timedStore(fileStore(DATA), { read: times, replace: () => Promise.reject(new Error("is read alone")) });
  const today = String((await store.read()).newestIssue);
  const app = createApp({ store, clock: clockAt(today), site: { url: SITE_URL, domain: "twir-calendar" } });
  const ask: Ask = async ({ method, path, headers }) => app.fetch(new Request(SITE_URL + path, { method, headers }));
  return { ask, today };
}

export async function expected(times = embedded): Promise<Expected> {
  const { events, groups } = await fileStore(DATA).read();
  const { ask, today } = await appInProcess(times);
  const coming = events.find(({ start }) => start > today);
  const past = events.find(({ listings }) => listings.length > 1);
  const recent = [...groups].sort((a, b) => (a.lastSeen > b.lastSeen ? -1 : 1)).slice(0, 3);
  if (!coming || !past) throw new Error(`${DATA} has no coming event, or none that was listed twice`);
  const samples = { coming: coming.id, past: past.id, groups: ["rust-berlin", ...recent.map(({ slug }) => slug)] };
  const checks = checksOf(samples);
  const told: Told[] = [];
  for (const check of checks) told.push(await tell(ask, check));
  return { today, checks, told };
}
