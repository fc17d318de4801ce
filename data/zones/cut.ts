/** `npm run zones`: cuts `clocks.json` from the package that holds IANA's time zones. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { clocksText } from "./clocks.ts";

const text = clocksText();
const { tz, clocks } = JSON.parse(text) as { tz: string; clocks: object };
writeFileSync(join(import.meta.dirname, "clocks.json"), text);
console.log(`clocks.json: tz ${tz}, ${Object.keys(clocks).length} zones, ${text.length} characters`);
