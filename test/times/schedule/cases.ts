import { FAULTS, type Schedule, type Step } from "./steps.ts";

const day: Step = { kind: "run", hours: 24, all: true };
const first: Step = { kind: "run", hours: 0, all: false };

type What = Extract<Step, { kind: "change" }>["what"];
type News = Extract<Step, { kind: "issue" }>["news"];
const change = (which: number, what: What): Step => ({ kind: "change", which, what });
const issue = (...news: News): Step => ({ kind: "issue", news });
const wait = (hours: number): Step => ({ kind: "wait", hours });
const clock = (days: number): Step => ({ kind: "clock", days });

/** Schedules that go wrong easily, or that chance finds too seldom: each is followed before all others. */
const CASES: readonly (readonly Step[])[] = [
  // A full calendar whose last evening is on the event's day: on clocks in America, where UTC has the next.
  [first, { kind: "group", which: 2, others: 9, shift: -1, renamed: false }, day, day],
  // Called off by its organiser, then taken out; called off by the newsletter, too.
  [
    change(7, { status: "cancelled" }),
    first,
    change(7, { gone: true }),
    day,
    day,
    issue({ which: 7, what: "cancelled" }),
    day,
  ],
  // On again.
  [change(6, { status: "cancelled" }), first, change(6, { status: null }), day],
  // Moved far ahead, where the newsletter takes it for past; then gone.
  [
    first,
    change(1, { move: 30 }),
    day,
    day,
    wait(240),
    issue(),
    day,
    wait(240),
    issue(),
    day,
    change(1, { gone: true }),
    day,
    day,
  ],
  // Moved twice, then the newsletter names a third day, then the right one.
  [
    first,
    change(4, { move: 30 }),
    day,
    day,
    change(4, { move: 30 }),
    day,
    day,
    issue({ which: 4, what: "day after" }),
    day,
    issue({ which: 4, what: "as planned" }),
    { kind: "twice" },
  ],
  // Moved further ahead than a month, on a page of its own; two days that are moved.
  [first, change(6, { move: 30 }), day, day, day, change(8, { move: 2 }), day, day],
  // Not asked again before its time.
  [first, { kind: "run", hours: 19, all: false }, { kind: "run", hours: 1, all: false }],
  // Over midnight on the first of two days, then without an end: nobody sees another first day.
  [change(8, { hour: 23 }), first, change(8, { minutes: null }), day],
  // The clock is ahead and back, while hours change.
  [
    first,
    clock(40),
    change(0, { hour: 8 }),
    day,
    clock(0),
    change(0, { hour: 20 }),
    day,
    change(0, { gone: true }),
    day,
    day,
  ],
  [clock(5), first, change(1, { hour: 8 }), day, clock(0), change(1, { hour: 20 }), day, { kind: "twice" }],
  // A calendar in which nothing is left.
  [first, change(0, { gone: true }), change(1, { gone: true }), day, day, day],
  // Long gone from a calendar that is read all the time.
  [first, change(4, { gone: true }), day, day, wait(120), day, wait(120), day, wait(120), day],
  // Another address, another day, another title.
  [
    first,
    change(0, { swap: true }),
    day,
    issue({ which: 0, what: "title" }),
    change(0, { move: 1 }),
    day,
    day,
    { kind: "twice" },
  ],
  // No good reading for more than 14 days, of a calendar that is asked, and of one that is not.
  [first, wait(370), { kind: "fault", which: 0, how: "500" }, first, { kind: "twice" }],
  // Each fault, and a good reading after it.
  ...FAULTS.map((how): readonly Step[] => [
    first,
    { kind: "fault", which: 0, how },
    day,
    wait(120),
    day,
    { kind: "twice" },
  ]),
];

/** The newsletter no longer lists what its organiser called off. */
const CALLED_OFF: Schedule = {
  after: [2, 2, 2, 2, 2, 2, 12, 2, 2],
  hidden: [],
  steps: [
    change(6, { status: "cancelled" }),
    { kind: "run", hours: 0, all: false },
    issue({ which: 6, what: "hidden" }),
    change(0, { status: null }),
    { kind: "twice" },
  ],
};

export const cases: [Schedule][] = [
  ...CASES.map((steps): [Schedule] => [{ after: [26, 20, 12, 12, 26, 20, 20, 12, 26], hidden: [], steps: [...steps] }]),
  [CALLED_OFF],
];
