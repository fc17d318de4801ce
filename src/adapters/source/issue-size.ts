/** No issue is larger, in bytes: the longest has 200 KB. */
export const MOST_ISSUE_BYTES = 4 * 2 ** 20;

/** Why a file of more bytes is no issue. */
export const TOO_LARGE = `it has more than ${MOST_ISSUE_BYTES / 2 ** 20} MiB`;
