import { describe, expect, it } from "vitest";
import { printedPlace } from "../../../src/normalize/places/printed.ts";
import { gazetteer } from "./gazetteer.ts";

/** `text | city | area | country`. */
const TABLE = `
Ljubljana, SI | Ljubljana | - | SI
Tulsa, OK, US | Tulsa | OK | US
Cardiff, UK | Cardiff | - | GB
Cardiff, GB | Cardiff | - | GB
Adelaide, SA, AUS | Adelaide | SA | AU
Oslo, No | Oslo | - | NO
oslo, no | oslo | - | NO
Lyon, France | Lyon | - | FR
Lyon France | Lyon | - | FR
Köln, Deutschland | Köln | - | DE
Torino, Italia | Torino | - | IT
Manila PH | Manila | - | PH
Tulsa OK | Tulsa | OK | -
Tulsa, OK | Tulsa | OK | -
Tulsa, OK US | Tulsa | OK | US
Tulsa OK US | Tulsa | OK | US
Tulsa, Oklahoma | Tulsa | Oklahoma | -
Guna, MP India | Guna | MP | IN
Oakland, CA | Oakland | CA | -
Toronto, CA | Toronto | - | CA
Columbus, IL | Columbus | IL | -
SF, CA | SF | CA | -
East Coast, US | - | East Coast | US
Florence (@fjord) | Florence | - | -
Mountain View (Fjord HQ) | Mountain View | - | -
München (Munich) | München (Munich) | - | -
Hawthorne (Los Angeles), CA, US | Hawthorne (Los Angeles) | CA | US
Gary, IN | Gary | IN | -
Pune, IN | Pune | - | IN
Dover, DE | Dover | DE | -
Dresden, DE | Dresden | - | DE
Macon, Georgia | Macon | Georgia | -
Tbilisi, Georgia | Tbilisi | - | GE
São Paulo, SP | São Paulo | SP | -
Surat, Gujarat | Surat | Gujarat | -
Utah, US | - | Utah | US
New York, US | New York | - | US
Washington, US | Washington | - | US
Ontario, CA | - | Ontario | CA
Selangor, MY | - | Selangor | MY
Genève, CH | Genève | - | CH
BC Canada | - | BC | CA
Kenya, KE | - | - | KE
Kenya | - | - | KE
DE | - | - | DE
Singapore, SG | Singapore | - | SG
Luxembourg, LU | Luxembourg | - | LU
Hong Kong | - | - | HK
Singapore | - | - | SG
Paris | Paris | - | -
Mexico City | Mexico City | - | -
Québec | Québec | - | -
Bavaria | - | Bavaria | -
Europe | - | Europe | -
Various cities | - | Various cities | -
Various cities, IR | - | - | IR
TBD, MY | - | - | MY
Atlantis, PT | Atlantis | - | PT
Köln/Cologne, DE | Köln/Cologne | - | DE
Germany/Cologne | Cologne | - | DE
Linz (Donau), AT | Linz (Donau) | - | AT
Lima-Perú, PE | Lima-Perú | - | PE
12 Main Street, Tulsa, OK, US | Tulsa | OK | US
Karnataka, Mysore, IN | Mysore | Karnataka | IN
Some Office, Lyon, FR | Lyon | - | FR
Montevideo, DE, UY | Montevideo | DE | UY
Ljubljana, SI, | Ljubljana | - | SI
Ljubljana,SI | Ljubljana | - | SI
`;

const dash = (part: string | undefined) => (part?.trim() === "-" ? null : part!.trim());
const rows = TABLE.split("\n")
  .filter((line) => line.includes("|"))
  .map((line) => {
    const [text, city, area, country] = line.split("|");
    return { text: text!.trim(), printed: { city: dash(city), area: dash(area), country: dash(country) } };
  });

describe("printedPlace", () => {
  it.each(rows)("takes apart $text", ({ text, printed }) => expect(printedPlace(gazetteer, text)).toEqual(printed));

  it("finds nothing in nothing", () => {
    for (const text of ["", " ", ",", " , ,"]) {
      expect(printedPlace(gazetteer, text)).toEqual({ city: null, area: null, country: null });
    }
  });
});
