import type { Kind } from "../model/kind.ts";
import { NO_TRACE, type Trace } from "../model/trace.ts";
import { conferenceNamed } from "./conferences.ts";
import { evidenceOf, type Told } from "./evidence.ts";
import { KIND_RULES } from "./rules.ts";

/** What kind of event it is; a meetup where nothing else is evident. */
export function kindOf(event: Told, trace: Trace = NO_TRACE): Kind {
  const evidence = evidenceOf(event);
  const found = KIND_RULES.find(({ fits }) => fits(evidence));
  if (found === undefined) return "meetup";
  trace(found.rule, event.title);
  const named = found.kind === "conference" ? conferenceNamed(event.title) : undefined;
  if (named !== undefined) trace(named.rule, event.title);
  return found.kind;
}
