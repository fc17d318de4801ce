import type { Rule } from "../model/rule.ts";

/** A series of conferences, known by its name. */
export interface ConferenceName extends Rule {
  readonly slug: string;
  readonly name: string;
  /** How titles of its editions begin. */
  readonly titles: RegExp;
}

const row = (name: string, titles: RegExp, example: string): ConferenceName => {
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return {
    rule: `conference-${slug}`,
    says: `Titles that begin so are editions of ${name}.`,
    example: [example, "conference"],
    slug,
    name,
    titles,
  };
};

/** Conferences about Rust, and what tells their editions; a title that fits none may still be a conference by its words. */
export const CONFERENCE_NAMES: readonly ConferenceName[] = [
  row("RustConf", /^Rust ?Conf\b/i, "RustConf 2026, Hosted by the Rust Foundation"),
  row("EuroRust", /^Euro ?Rust\b/i, "EuroRust (Oct 13-14)"),
  row("RustFest", /^Rust ?Fest\b|^Rust (?:LATAM|EMEA|APAC) Conference\b/i, "RustFest Zürich 2024"),
  row("RustLab", /^Rust ?Lab(?:$| \d{4}\b| Conf)/i, "Rust Lab 2024: The International Conference on Rust in Florence"),
  row("Oxidize", /^Oxidi[sz]e(?:$| \d| Conf| Berlin| Global)/i, "Oxidize 1K: A Remote Conference"),
  row("Rust Nation", /^Rust ?Nation\b/i, "Rust Nation UK 2026"),
  row("RustWeek", /^Rust ?(?:Week\b|NL (?=\d{4}))/i, "RustNL 2024"),
  row("Rust Belt Rust", /^Rust ?Belt ?Rust\b/i, "Rust Belt Rust 2017 - Columbus OH"),
  row("Colorado Gold Rust", /^Colorado Gold Rust\b/i, "Colorado Gold Rust"),
  row("RustCon Asia", /^Rust ?Con Asia\b/i, "RustCon Asia"),
  row("RustCon Russia", /^Rust ?Con(?: Russia)?(?: \d{4})?$/i, "RustCon Russia"),
  row("RustCon India", /^Rust ?Con ?2k\d\d\b/i, "RUSTCON2k18"),
  row("Rust India Conference", /^Rust India Conf/i, "Rust India Conference"),
  row("Rust Latam", /^Rust ?Latam\b/i, "Rust Latam @ Montevideo, Uruguay"),
  row("Rusty Days", /^Rusty? ?Days\b/i, "Rusty Days Virtual Rust Conference"),
  row("RustRush", /^Rust ?Rush\b/i, "RustRush 2018"),
  row("RustCamp", /^(?:[\p{L}]+ )?Rust ?Camp(?: \d{4})?$/iu, "RustCamp"),
  row(
    "Scientific Computing in Rust",
    /^Scientific Computing in Rust(?: workshop)?(?: \d{4})?$/i,
    "Scientific Computing in Rust 2025",
  ),
  row("Rust Global", /^Rust Global\b/i, "Rust Global: Tokyo"),
  row("TokioConf", /^Tokio ?Conf\b/i, "TokioConf 2026"),
  row("Rust Forge", /^Rust ?Forge\b/i, "Rust Forge"),
  row("Rust China Conf", /^Rust ?China ?Conf\b/i, "Rust China Conf: Shanghai"),
  row("Rust.Tokyo", /^Rust[. ]Tokyo \d{4}\b/i, "Rust.Tokyo 2024"),
  row("Rust in Paris", /^Rust in Paris(?:$| \d{4}\b| Conf)/i, "Rust in Paris 2025"),
  row("Rustikon", /^Rustikon\b/i, "Rustikon"),
  row("Rust Asia", /^Rust Asia(?:$| \d{4}\b| Conf)/i, "Rust Asia 2025"),
  row("Rustmeet", /^Rustmeet(?: \d{4})?$/i, "Rustmeet"),
  row("UA Rust Conference", /^UA ?Rust Conf/i, "UARust Conference 2024"),
  row("betterCode Rust", /^betterCode(?:\(\))? .*\bRust\b/i, "betterCode Rust"),
  row("Conf42 Rustlang", /^Conf42\b/i, "Conf42 Rustlang 2024"),
  row("GOSIM", /^GOSIM\b/i, "GOSIM AI Paris 2025"),
  row("Rust Microconference of LPC", /^Rust (?:Microconference|MC)\b/i, "Rust Microconference in LPC 2024"),
  row("Rust devroom at FOSDEM", /^(?:FOSDEM\b.*\b|Rust )dev ?room\b/i, "FOSDEM 2023 Conference: Rust devroom"),
];

/** All of them at once: at the edge, kinds of all recent events are derived within a request. */
const ANY = new RegExp(CONFERENCE_NAMES.map(({ titles }) => titles.source).join("|"), "iu");

/** The series that `title` names at its beginning. */
export function conferenceNamed(title: string): ConferenceName | undefined {
  if (!ANY.test(title)) return undefined;
  return CONFERENCE_NAMES.find(({ titles }) => titles.test(title));
}
