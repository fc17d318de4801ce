import { afterAll, beforeAll } from "vitest";
import { askOver } from "./ask.ts";
import { SITE_URL } from "./checks.ts";
import { expected } from "./expected.ts";
import { freePort } from "./port.ts";
import { describeSame } from "./same.ts";
import { type Dev, wranglerDev } from "./wrangler.ts";

const list = await expected();
let dev: Dev;

beforeAll(async () => {
  dev = await wranglerDev(await freePort(), { TODAY: list.today, SITE_URL });
}, 60_000);

afterAll(() => dev?.close());

describeSame("wrangler dev", list, () => askOver(dev.url));
