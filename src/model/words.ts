const LIGATURES: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
  œ: "oe",
  ı: "i",
  "&": " and ",
};

/** The words of a text for comparison: lower case, without accents, signs and pictures; `c++` and `c#` stay whole. */
export function wordsOf(text: string): readonly string[] {
  const plain = text.toLowerCase().replace(/[ßøłđæœı&]/g, (letter) => LIGATURES[letter] ?? letter);
  return (
    plain
      .normalize("NFKD")
      .replace(/[\p{M}'’]/gu, "")
      .match(/[\p{L}\p{N}]+(?:\+\+|#)?/gu) ?? []
  );
}
