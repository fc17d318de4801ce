import { afterAll, beforeAll } from "vitest";
import { clockAt } from "../../src/adapters/clock.ts";
import { nodeEncoders } from "../../src/adapters/node/compress.ts";
import { filesEdition } from "../../src/adapters/node/edition.ts";
import { type RunningServer, startServer } from "../../src/adapters/node.ts";
import { fileStore } from "../../src/adapters/store/file.ts";
import { timedStore } from "../../src/adapters/store/timed.ts";
import { fileTimes, timesPath } from "../../src/adapters/times/file.ts";
import { createApp } from "../../src/http/app.ts";
import { type Serving, serve } from "../adapters/cli/server.ts";
import { askOver } from "./ask.ts";
import { type Ask, SITE_URL } from "./checks.ts";
import { appInProcess, DATA, expected } from "./expected.ts";
import { freePort } from "./port.ts";
import { describeSame } from "./same.ts";

const list = await expected();
const clock = clockAt(list.today);
let inProcess: Ask;
let server: RunningServer;
let program: Serving;
let address = "";

beforeAll(async () => {
  inProcess = (await appInProcess()).ask;
  const site = { url: SITE_URL, domain: "twir-calendar" };
  const store = timedStore(fileStore(DATA), fileTimes(timesPath(DATA)));
  const app = createApp({ store, clock, site, encoders: nodeEncoders() });
  server = await startServer(app, { port: 0, edition: filesEdition([DATA], clock) });
  const port = await freePort();
  program = await serve(["--port", String(port), "--url", SITE_URL, "--today", list.today]);
  address = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
  await Promise.all([server?.close(0), program?.end("SIGKILL")]);
});

describeSame("in process", list, () => inProcess);
describeSame("over HTTP on Node", list, () => askOver(`http://127.0.0.1:${server.port}`));
describeSame("the program `serve`", list, () => askOver(address));
