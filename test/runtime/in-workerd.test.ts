import { exports } from "cloudflare:workers";
import { inject } from "vitest";
import { SITE_URL } from "./checks.ts";
import { describeSame } from "./same.ts";

describeSame("in workerd", inject("expected"), () => async ({ method, path, headers }) => {
  return exports.default.fetch(new Request(SITE_URL + path, { method, headers }));
});
