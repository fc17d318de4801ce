const utf8 = new TextEncoder();

/** A range of bytes in a file. */
export interface Stretch {
  readonly file: Uint8Array;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Concatenates texts and bytes. */
export interface Writer {
  /** Appends text as UTF-8. */
  text(text: string): void;
  /** Appends a range of bytes. */
  copy(stretch: Stretch): void;
  /** Everything written so far. */
  bytes(): Uint8Array;
}

/** Creates an empty writer. `room` is the expected number of bytes; unused room costs nothing. */
export function createWriter(room: number): Writer {
  let bytes = new Uint8Array(room);
  let end = 0;
  const reserve = (more: number) => {
    if (end + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(end + more, 2 * bytes.length));
    larger.set(bytes.subarray(0, end));
    bytes = larger;
  };
  return {
    text(text) {
      // A UTF-16 unit needs at most three bytes.
      reserve(3 * text.length);
      end += utf8.encodeInto(text, bytes.subarray(end)).written;
    },
    copy({ file, from, to }) {
      reserve(to - from);
      bytes.set(file.subarray(from, to), end);
      end += to - from;
    },
    bytes: () => bytes.subarray(0, end),
  };
}
