import type { PrintedPlace } from "../../src/model/place.ts";
import type { Region } from "../../src/model/region.ts";

/** A town as an editor prints it, and the heading it stands under. */
export interface Town {
  readonly region: Region;
  readonly place: PrintedPlace;
}

const TABLE = `
Africa: Nairobi,KE · Johannesburg,ZA · Lagos,NG · Tunis,TN · Accra,GH
Asia: Bangalore,IN · Tokyo,JP · Taipei,TW · Seoul,KR · Tel Aviv,IL · Bangkok,TH · Kuala Lumpur,MY
Europe: Berlin,DE · Paris,FR · Zürich,CH · Wrocław,PL · Kraków,PL · Linz,AT · Ghent,BE · Cambridge,GB · Dublin,IE · Barcelona,ES
Europe: Lisbon,PT · Copenhagen,DK · Oslo,NO · Helsinki,FI · Prague,CZ · Łódź,PL · Timișoara,RO · Nürnberg,DE · Göteborg,SE
North America: Seattle,WA,US · Austin,TX,US · Boston,MA,US · Chicago,IL,US · Columbus,OH,US · Denver,CO,US · Portland,OR,US
North America: Washington,DC,US · San Diego,CA,US · Vancouver,BC,CA · Montréal,QC,CA · Toronto,ON,CA · Mexico City,MX
Oceania: Melbourne,VIC,AU · Brisbane,QLD,AU · Auckland,NZ · Wellington,NZ · Perth,WA,AU
South America: São Paulo,BR · Buenos Aires,AR · Bogotá,CO · Montevideo,UY · Lima,PE
`;

function town(region: string, printed: string): Town {
  const parts = printed.split(",");
  const place = { city: parts[0]!, area: parts.length === 3 ? parts[1]! : null, country: parts.at(-1)! };
  return { region: region as Region, place };
}

export const TOWNS: readonly Town[] = TABLE.trim()
  .split("\n")
  .flatMap((line) => {
    const [region, towns] = line.split(": ");
    return towns!.split(" · ").map((printed) => town(region!, printed));
  });

/** `Seattle, WA, US`: the parts that are there, joined as the newsletter does. */
export function printPlace(place: PrintedPlace): string {
  return [place.city, place.area, place.country].filter((part) => part !== null).join(", ");
}
