#!/usr/bin/env node
import module from "node:module";

// Entry point of every command in a checkout. JavaScript, so that every version of Node can run it. With the compile cache, only
// the first start needs to load the library that strips types.
module.enableCompileCache?.();
if (!process.features.typescript) await import("./strip-types.js");
await import("./cli.ts");
