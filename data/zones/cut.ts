/** `npm run zones`: cuts `clocks.json` from the package that holds IANA's time zones. */
import { join } from "node:path";
import { replaceFile } from "../../src/adapters/replace-file.ts";
import { clocksText } from "./clocks.ts";

const text = clocksText();
const { tz, clocks } = JSON.parse(text) as { tz: string; clocks: object };
await replaceFile(join(import.meta.dirname, "clocks.json"), Buffer.from(text));
console.log(`clocks.json: tz ${tz}, ${Object.keys(clocks).length} zones, ${text.length} characters`);
