import { describe, expect, it } from "vitest";
import { type Ask, type Check, type Told, tell } from "./checks.ts";

/** Declares a test for each check: what `ask` reaches says what was expected, and what the app says in process. */
export function describeSame(
  runtime: string,
  { checks, told }: { readonly checks: readonly Check[]; readonly told: readonly Told[] },
  ask: () => Ask,
): void {
  describe(runtime, () => {
    it.each(checks.map((check, at) => ({ name: check.name, check, inProcess: told[at] as Told })))(
      "$name",
      async ({ check, inProcess }) => {
        const here = await tell(ask(), check);
        expect([here.status, here.headers["content-type"] ?? null]).toEqual([check.status, check.type]);
        expect(here).toEqual(inProcess);
      },
    );
  });
}
