#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// The one file that is no TypeScript: what is compiled is remembered from here on, so that only the first start of all has to
// load what takes types out.
enableCompileCache();
await import("./cli.ts");
