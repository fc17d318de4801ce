#!/usr/bin/env node
import module from "node:module";

/** The oldest Node that the package is made for. */
const OLDEST = 22;

// Begins the command of an installed package, as twir-calendar.js does in a checkout; what is compiled is remembered.
if (Number.parseInt(process.versions.node, 10) >= OLDEST) {
  module.enableCompileCache?.();
  await import("./cli.ts");
} else {
  process.stderr.write(`twir-calendar: this is Node ${process.version}; it needs ${OLDEST} or newer\n`);
  process.exitCode = 1;
}
