/**
 * How many random cases a test tries: `all` of them, or a twentieth in `npm test`, which gives an answer in two minutes. Ten at least,
 * or all there are.
 */
export function runs(all: number): number {
  return process.env.RUNS === "few" ? Math.min(all, Math.max(10, Math.ceil(all / 20))) : all;
}
