import type { Problem } from "../model/problem.ts";

/** A problem at a line of the file, `at` counted from 0. */
export type SectionProblem = Pick<Problem, "rule" | "severity" | "message"> & { readonly at: number };

/** Takes what is odd in a section. */
export type Report = (problem: SectionProblem) => void;
