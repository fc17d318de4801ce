import { ending } from "../../../src/adapters/cli/command.ts";

/** What a command came to, or that it begins: whoever hears no more knows which one hangs. */
export interface Told {
  readonly at: number;
  readonly ended?: { readonly code: number; readonly message: string };
}

// Commands one after the other in one process, where each of its own would take most of its time to start. They are told as
// JSON, lists of arguments; what they print goes nowhere, and what they warn of stands before the message they end with.
const told = (what: Told) => process.send?.(what);
process.stdout.write = () => true;
let said = "";
process.stderr.write = (text: string | Uint8Array) => {
  said += text;
  return true;
};
for (const [at, [name, ...args]] of (JSON.parse(process.argv[2] ?? "[]") as string[][]).entries()) {
  told({ at });
  said = "";
  try {
    const { command } = await import(`../../../src/adapters/cli/${name}.ts`);
    const code = await command.run(args);
    told({ at, ended: { code, message: said } });
  } catch (error) {
    const { code, message } = ending(error);
    told({ at, ended: { code, message: said + message } });
  }
}
process.disconnect();
