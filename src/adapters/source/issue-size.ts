/** Maximum size of an issue, in bytes: the longest has 200 KB. */
export const MOST_ISSUE_BYTES = 4 * 2 ** 20;

/** Message for a larger file. */
export const TOO_LARGE = `it is larger than ${MOST_ISSUE_BYTES / 2 ** 20} MiB`;
