#!/usr/bin/env node
import module from "node:module";

// Begins every command. It is no TypeScript, so that every Node can run it, and what is compiled is remembered from here on: only the
// first start of all has to load what takes types out.
module.enableCompileCache?.();
if (!process.features.typescript) await import("./strip-types.js");
await import("./cli.ts");
