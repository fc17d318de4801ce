#!/usr/bin/env node
import module from "node:module";

/** The oldest supported version of Node. */
const OLDEST = 22;

// Entry point of the installed command, like twir-calendar.js in a checkout. Enables the compile cache.
if (Number.parseInt(process.versions.node, 10) >= OLDEST) {
  module.enableCompileCache?.();
  await import("./cli.ts");
} else {
  process.stderr.write(`twir-calendar: requires Node ${OLDEST} or newer, this is ${process.version}\n`);
  process.exitCode = 1;
}
