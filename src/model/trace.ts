/** Is called with the name of each rule that is applied, and the text that it is applied to. */
export type Trace = (rule: string, printed: string) => void;

/** For those who do not count. */
export const NO_TRACE: Trace = () => {};
