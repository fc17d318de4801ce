#!/usr/bin/env node
import module from "node:module";

// The one file that is no TypeScript: it runs on a Node that is too old, to say so, and what is compiled is remembered from
// here on, so that only the first start of all has to load what takes types out.
if (process.features.typescript) {
  module.enableCompileCache();
  await import("./cli.ts");
} else {
  const needed = "it needs 24, which comes with its packages and runs in npm scripts: npm run -s COMMAND";
  process.stderr.write(`twir-calendar: this is Node ${process.version}; ${needed}\n`);
  process.exitCode = 1;
}
