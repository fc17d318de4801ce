const utf8 = new TextEncoder();

/** Some bytes of a file. */
export interface Stretch {
  readonly file: Uint8Array;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Puts texts and bytes one behind another. */
export interface Writer {
  /** As UTF-8. */
  text(text: string): void;
  copy(stretch: Stretch): void;
  /** All that was put there. */
  bytes(): Uint8Array;
}

/** An empty writer. `room` is about how many bytes will come: room that nothing is put into costs nothing. */
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
      // A UTF-16 unit takes three bytes at most.
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
