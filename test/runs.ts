/** Whether few random cases will do, as in `npm test`, which gives an answer in two minutes. */
export const FEW = process.env.RUNS === "few";

/** How many random cases a test tries: `all` of them, or a twentieth where few will do, ten at least. */
export function runs(all: number): number {
  return FEW ? Math.min(all, Math.max(10, Math.ceil(all / 20))) : all;
}
