import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { pipelineOf } from "../../../src/adapters/pipeline.ts";
import { addDays, type LocalDate } from "../../../src/model/date.ts";
import type { DataSet } from "../../../src/model/event.ts";
import type { FetchedIssue } from "../../../src/pipeline.ts";
import { ERAS } from "../../generate/eras.ts";
import type { GeneratedEvent } from "../../generate/events.ts";
import { generateIssue } from "../../generate/issue.ts";
import { TOWNS } from "../../generate/towns.ts";
import { HOSTS, type HostName } from "./hosts.ts";

/** An evening as the newsletter's editors know it. */
export interface Listed {
  readonly host: HostName;
  readonly key: number;
  day: LocalDate;
  /** Further days. */
  readonly more: number;
  id: string;
  title: string;
  cancelled: boolean;
  shown: boolean;
}

const CITIES: Readonly<Record<HostName, string>> = {
  berlin: "Berlin",
  seattle: "Seattle",
  zurich: "Zürich",
  bangalore: "Bangalore",
  paris: "Paris",
};
const gazetteer = JSON.parse(readFileSync(new URL("../../../data/places/gazetteer.json", import.meta.url), "utf8"));
const pipeline = pipelineOf(gazetteer, { merge: [], split: [], correct: [], publish: [] });

/** The newsletter: issues come out, and a data set is folded from them. */
export interface Newsletter {
  readonly listed: readonly Listed[];
  /** Of all issues, each added to those before. */
  readonly data: () => DataSet;
  /** Comes out on that day with what is known by then. */
  publish(day: LocalDate): void;
  /** Of all issues at once. */
  built(): DataSet;
}

export function newsletter(listed: readonly Listed[]): Newsletter {
  const issues: FetchedIssue[] = [];
  let data = pipeline.build([], null).data;
  return {
    listed,
    data: () => data,
    publish(day) {
      const { name, text } = generateIssue(1, day, listed.filter(({ shown }) => shown).map(asPrinted), ERAS.at(-1));
      const blob = createHash("sha1").update(text).digest("hex");
      const issue = { name, issue: day, blob, text };
      issues.push(issue);
      data = pipeline.add(data, [issue]).data;
    },
    built: () => pipeline.build(issues, null).data,
  };
}

function asPrinted({ host, key, day, more, id, title, cancelled }: Listed): GeneratedEvent {
  const town = TOWNS.find(({ place }) => place.city === CITIES[host])!;
  const { group, page } = HOSTS[host];
  return {
    key,
    start: day,
    end: addDays(day, more),
    announced: "2026-01-01",
    mode: "in-person",
    place: town.place,
    regions: [town.region],
    group,
    title: cancelled ? `CANCELLED: ${title}` : title,
    url: page(id),
    earlier: null,
  };
}
