import type { Kind } from "../model/kind.ts";
import type { Rule } from "../model/rule.ts";
import { conferenceNamed } from "./conferences.ts";
import type { Evidence } from "./evidence.ts";

/** Tells the kind of the events that it fits. `example` is a title and its kind; `link` and `days` where the title is not all. */
export interface KindRule extends Rule {
  readonly kind: Kind;
  readonly example: readonly [printed: string, meant: Kind];
  /** Link of the example. */
  readonly link?: string;
  /** First and last day of the example. */
  readonly days?: readonly [start: string, end: string];
  fits(evidence: Evidence): boolean;
}

/** In order: the first that fits tells. An event that none fits is a meetup. */
export const KIND_RULES: readonly KindRule[] = [
  {
    rule: "about-a-conference",
    says: "What is held before, beside or after a conference, or looks back at one, is a meetup.",
    example: ["RustConf 2025 Watch Party (Day 1)", "meetup"],
    kind: "meetup",
    fits: ({ title }) =>
      /\b(?:recap|reflections|debrief|impressions|retrospective|decompression|what we learn\w*|takeaways|highlights)\b|\b(?:conference report|announcement|test run|dry run|viewing|reception|social|mixer)\b|\b(?:pre|post)-(?:conference|conf|fosdem|rust)|party\b|\b(?:lunch|brunch|dinner|drinks|bowling|coffee break)\b/i.test(
        title,
      ),
  },
  {
    rule: "deadline",
    says: "A deadline is no conference.",
    example: ["Rust Belt Rust 2017 CFP deadline", "meetup"],
    kind: "meetup",
    fits: ({ title }) => /\b(?:CFP|submission) deadline$/i.test(title),
  },
  {
    rule: "meetup-with-workshop",
    says: "A meetup and a workshop in one is a meetup.",
    example: ["Rust at MWC Talent Arena — Workshops + Community Meetup", "meetup"],
    kind: "meetup",
    fits: ({ title }) => /workshops? ?[+&/] ?(?:\w+ )?meet-?up|meet-?up ?[+&/] ?workshop/i.test(title),
  },
  {
    rule: "named-hackathon",
    says: "A hackathon, a sprint or days of contributing, by its name.",
    example: ["Impl Days at RustFest Zürich", "hackathon"],
    kind: "hackathon",
    fits: ({ title }) =>
      /^(?!.*\bworkshop).*(?:\bhackat(?:h|ó)on|\bhackfest\b|\bcode sprint\b|\bimpl days?\b|\bgame jam\b|\w-a-thon\b)/i.test(
        title,
      ),
  },
  {
    rule: "academic-workshop",
    says: "A workshop with a call for papers is a conference.",
    example: ["Rust Education Workshop 2022 (Submission deadline 2022-08-16)", "conference"],
    kind: "conference",
    fits: ({ title }) =>
      /^Scientific Computing in Rust workshop\b|\bworkshop\b.*\((?:submission|CFP|call)\b/i.test(title),
  },
  {
    rule: "named-workshop",
    says: "A workshop, a course or a training, by its name, at a conference as well.",
    example: ["Lambda Conf 2024: Rust Workshop by John A. De Goes", "workshop"],
    kind: "workshop",
    fits: ({ title }) =>
      /\bworkshops?\b|\bwarsztat|\batelier\b|\btaller\b|\brust ?bridge\b|\bhands-on labs?\b|\bboot ?camp\b|\bmaster ?class\b/i.test(
        title,
      ) ||
      /\btraining (?:sessions?|program|course|day|class)\b|\b(?:Rust|beginners?) training\b/i.test(title) ||
      /(?<!\b(?:of|crash) )\b(?:course|curso|corso)\b|kurs\b/i.test(title),
  },
  {
    rule: "called-meetup",
    says: "What calls itself a meetup is one, wherever it is held.",
    example: ["Rust/Scala meetup at SPLASH conf", "meetup"],
    kind: "meetup",
    fits: ({ title }) => /\b(?:meet-?ups?|meeting|meet and|user group|hack ?night|hack (?:&|and) learn)\b/i.test(title),
  },
  {
    rule: "named-conference",
    says: "A conference about Rust, by its name: `conferences.ts`.",
    example: ["Rust Nation '23", "conference"],
    kind: "conference",
    fits: ({ title }) => conferenceNamed(title) !== undefined,
  },
  {
    rule: "call-for-papers",
    says: "What has a call for papers is a conference.",
    example: ["Systems Days", "conference"],
    outside: "calls for papers are read from a section of their own",
    kind: "conference",
    fits: ({ called }) => called,
  },
  {
    rule: "conference-on-group-page",
    says: "On the page of a group, a conference or unconference is one that the whole title names.",
    example: ["TechMeetup Ostrava Conference", "conference"],
    link: "https://www.meetup.com/techmeetupostrava/events/306776025/",
    kind: "conference",
    fits: ({ title, groupPage }) =>
      groupPage &&
      /^[^-:@|]*\bConference(?: \d{4})?$|^[\p{L}\d]+ Conf(?::|$)|^(?!.*\bmini\b).*\bUnconf(?:erence)?\b/iu.test(title),
  },
  {
    rule: "conference-word",
    says: "A conference, summit or the like by its name, and what is held at one, with a link to it.",
    example: ['SquiggleConf 2024: "Oxc: Pluggable Next-Gen Tooling At Rust Speed", Don Isaac', "conference"],
    link: "https://2024.squiggleconf.com/schedule",
    kind: "conference",
    fits: ({ title, groupPage }) =>
      !groupPage &&
      (/\b\w*(?:conf|conference|conferencia|konferenz)\b|conférence\b|\b(?:summit|symposium|unconf|devfest|fosdem)\b/i.test(
        title,
      ) ||
        /\blinux-?(?:info)?tage?\b|\b(?:rust|cloud native \w+) days?\b/i.test(title) ||
        /\b[A-Z]\w*Con\b/.test(title)),
  },
  {
    rule: "edition-in-address",
    says: "The site of one year's edition: `2017.rustday.mx`, `coscup.org/2019`.",
    example: ['"Everything in Rust" at COSCUP 2019', "conference"],
    link: "https://coscup.org/2019/en/",
    kind: "conference",
    fits: ({ host, path, ownSite }) =>
      ownSite && (/^[a-z]*20\d\d\./.test(host) || /^\/20\d\d(?:$|\/(?!\d))/.test(path)),
  },
  {
    rule: "several-days",
    says: "Several days on a site of its own.",
    example: ["Get In Touch With Rust! @ MozFest London", "conference"],
    link: "http://mozillafestival.org/",
    days: ["2017-10-28", "2017-10-29"],
    kind: "conference",
    fits: ({ ownSite, severalDays }) => ownSite && severalDays,
  },
];
