import { resolveText } from "../../normalize/places/resolve.ts";
import { loadGazetteer } from "../node/pipeline.ts";
import { type Command, EXIT, readArgs, UsageError } from "./command.ts";
import { inputText } from "./input.ts";
import { jsonLines } from "./output.ts";

export const command: Command = {
  help: `usage: twir-calendar place TEXT…
       twir-calendar place < FILE

Resolves places and prints them as JSON Lines: printed, city, area, country (ISO 3166-1), latitude, longitude, timeZone
(IANA), precision (city, area, country, region, none) and how (the rule that found it). Unknown values are null. A text with
several places gives a line for each. Without TEXT, reads one text per line from standard input.

  twir-calendar place "Ljubljana, SI" "Virtual (Halifax, NS, CA)"

exit codes: 0 done, found or not · 1 cannot read standard input · 2 usage error
`,
  async run(args) {
    const { positionals } = readArgs(args, {});
    if (positionals.length === 0 && process.stdin.isTTY) throw new UsageError('"place" needs places to look up');
    const texts = positionals.length > 0 ? positionals : (await inputText()).split(/\r?\n/);
    const gazetteer = loadGazetteer();
    const lines = jsonLines();
    for (const each of texts.filter((one) => one.trim() !== "")) {
      for (const place of resolveText(gazetteer, each)) {
        const { printed, city, area, country, latitude, longitude, timeZone, precision, how } = place;
        await lines.write({ printed, city, area, country, latitude, longitude, timeZone, precision, how });
      }
    }
    await lines.end();
    return EXIT.ok;
  },
};
