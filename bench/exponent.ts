/** Output of `growth.ts`: milliseconds of each stage, and the sizes. */
export interface Growth {
  readonly listings: number;
  readonly events: number;
  readonly parse: number;
  readonly normalize: number;
  readonly merge: number;
  readonly query: number;
  /** First responses of an app with the data set. */
  readonly answer: number;
}

/** The exponent e for which `times` grow like `sizes`^e: the slope of a linear regression of the logarithms. */
export function exponent(sizes: readonly number[], times: readonly number[]): number {
  const x = sizes.map(Math.log);
  const y = times.map(Math.log);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const covariance = mean(x.map((value, at) => (value - mx) * (y[at]! - my)));
  return covariance / mean(x.map((value) => (value - mx) ** 2));
}
