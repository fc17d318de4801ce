import { type ParseArgsConfig, parseArgs } from "node:util";
import { DataSetBroken, DataSetMissing, inFull, SettingRefused, SourceUnreachable, TimesBroken } from "../../ports.ts";
import { masked } from "../mask.ts";

/** Exit codes of the program. */
export const EXIT = { ok: 0, failed: 1, usage: 2, data: 3, source: 4, held: 5 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One command of the program. */
export interface Command {
  /** The text that `--help` prints. */
  readonly help: string;
  run(args: readonly string[]): Promise<ExitCode>;
}

/** The command line is invalid; the message says why. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Parses `args` into options and positional arguments; throws {@link UsageError} for options that are not in `options`. */
export function readArgs<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Parses the value of an option as a whole number from `least` to `most`; throws {@link UsageError}. */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`--${option} takes a whole number from ${least} to ${most}, not "${text}"`);
}

/** The exit code and the line on standard error for an error that ends the program. */
export function ending(error: unknown): { readonly code: ExitCode; readonly message: string } {
  const { code, message } = plainEnding(error);
  return { code, message: masked(message, process.env.GITHUB_TOKEN) };
}

function plainEnding(error: unknown): ReturnType<typeof ending> {
  const message = inFull(error);
  if (error instanceof UsageError || error instanceof SettingRefused) return { code: EXIT.usage, message };
  if (error instanceof DataSetMissing)
    return { code: EXIT.data, message: `${message}: run "twir-calendar sync" first` };
  if (error instanceof DataSetBroken) {
    return { code: EXIT.data, message: `${message}: restore it, or rebuild it with "twir-calendar sync --rebuild"` };
  }
  if (error instanceof TimesBroken) return { code: EXIT.data, message };
  if (error instanceof SourceUnreachable) return { code: EXIT.source, message };
  const unexpected = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
  return { code: EXIT.failed, message: unexpected ? (error.stack ?? message) : message };
}
