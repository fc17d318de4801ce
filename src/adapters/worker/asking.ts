import organisers from "../../../data/organisers.json" with { type: "json" };
import { readOrganisers } from "../../times/organisers.ts";
import { contactIn } from "../settings.ts";
import { createAsk } from "../times/ask-fetch.ts";
import { userAgent } from "../times/user-agent.ts";
import type { Bindings } from "./bindings.ts";
import { DEPLOYED, type Deployment } from "./deployment.ts";
import type { Asking } from "./hours.ts";

/** How to read the calendars in `data/organisers.json` and those of upcoming events. */
export async function askingBy(
  { SITE_URL, TIMES_VIA }: Pick<Bindings, "SITE_URL" | "TIMES_VIA">,
  deployment: Pick<Deployment, "file">,
): Promise<Asking> {
  const program = await (await deployment.file(DEPLOYED.program)).json();
  const via = TIMES_VIA || undefined;
  return {
    organisers: readOrganisers(organisers),
    ask: createAsk({ userAgent: userAgent(program, contactIn("SITE_URL", SITE_URL)), via }),
    via,
  };
}
