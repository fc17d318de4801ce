import { fold } from "../../../src/normalize/places/fold.ts";
import type { Subdivision } from "./subdivisions.ts";

/** Words that say what kind of area it is: `Kharkiv Oblast` is known as `kharkiv`, `kraj Olomoucký` as `olomoucky`. */
const KINDS =
  /\b(province|provincia|provincie|state|estado|of|the|region|regiao|county|department|departamento|governorate|prefecture|oblast|voivodeship|district|distrikt|kraj|kray|municipality|city|capital|land|autonomous|community|republic|territory|parish|canton|division|federal|metropolitan|lan|wilayat|emirate|judet|judetul|rayon|raion|krai|zone|do|de|del|da|di|la|el|al|ar|as|ash|ad|an|at)\b/g;

/** GeoNames' area → ISO's subdivision where the names have no word in common. */
const SAME: Readonly<Record<string, string>> = {
  "AR.07": "AR-C",
  "CL.08": "CL-LI",
  "CN.20": "CN-NM",
  "CO.34": "CO-DC",
  "CZ.78": "CZ-64",
  "CZ.79": "CZ-31",
  "CZ.81": "CZ-41",
  "CZ.82": "CZ-52",
  "CZ.85": "CZ-80",
  "CZ.87": "CZ-32",
  "CZ.88": "CZ-20",
  "CZ.89": "CZ-42",
  "CZ.90": "CZ-72",
  "DK.17": "DK-84",
  "DK.18": "DK-82",
  "DK.19": "DK-81",
  "DK.21": "DK-83",
  "ES.54": "ES-CM",
  "ES.55": "ES-CL",
  "FI.10": "FI-04",
  "FI.11": "FI-15",
  "FI.14": "FI-03",
  "FI.17": "FI-14",
  "FR.75": "FR-NAQ",
  "FR.94": "FR-20R",
  "IN.01": "IN-AN",
  "IS.39": "IS-1",
  "IT.10": "IT-57",
  "MX.09": "MX-CMX",
  "RU.29": "RU-KEM",
  "RU.59": "RU-PRI",
  "TH.28": "TH-31",
  "UA.12": "UA-30",
  "UA.15": "UA-46",
  "UA.19": "UA-56",
  "UA.21": "UA-59",
  "VN.79": "VN-SG",
};

function bare(folded: string): string {
  const short = folded.replace(KINDS, " ").replace(/\s+/g, " ").trim();
  return short || folded;
}

/** Whether two names of an area begin alike: at least four letters and most of the shorter one. */
function alike(a: string, b: string): boolean {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length >= Math.max(4, 0.65 * Math.max(a.length, b.length));
}

type Test = (area: { code: string; name: string }, candidate: Subdivision) => boolean;

/** From sure to less sure: a pair that an earlier test joined is out of reach of the later ones. */
const TESTS: readonly Test[] = [
  ({ code }, candidate) => SAME[`${candidate.code.slice(0, 2)}.${code}`] === candidate.code,
  ({ name }, candidate) => candidate.names.includes(fold(name)),
  ({ name }, candidate) => candidate.names.map(bare).includes(bare(fold(name))),
  ({ code }, candidate) => /^\D+$/.test(code) && candidate.code.slice(3) === code,
  ({ name }, candidate) => candidate.names.some((other) => alike(bare(other), bare(fold(name)))),
];

/** ISO code → GeoNames' area code, each used once. */
function pair(areas: ReadonlyMap<string, string>, top: readonly Subdivision[]): Map<string, string> {
  const joined = new Map<string, string>();
  const done = new Set<string>();
  for (const test of TESTS) {
    for (const [code, name] of areas) {
      if (done.has(code)) continue;
      const match = top.find((candidate) => !joined.has(candidate.code) && test({ code, name }, candidate));
      if (!match) continue;
      joined.set(match.code, code);
      done.add(code);
    }
  }
  return joined;
}

/**
 * Joins GeoNames' first-level areas of one country to ISO's subdivisions by name.
 * In: area code → GeoNames' name, and the subdivisions. Out: area code → folded keys (codes and names), the codes of its
 * parts included (`MI` leads to Lombardy). A key that two areas claim belongs to the one that bears it as its name.
 */
export function joinAreas(areas: ReadonlyMap<string, string>, known: readonly Subdivision[]): Map<string, string[]> {
  const keys = new Map([...areas].map(([code, name]) => [code, new Set([fold(name)])]));
  const joined = pair(
    areas,
    known.filter(({ parent }) => !parent.includes("-")),
  );
  const names = new Set([...areas.values()].map(fold));
  const taken = new Set(names);
  const add = (code: string, key: string) => {
    if (taken.has(key)) return;
    taken.add(key);
    keys.get(code)!.add(key);
  };
  const owned = known.flatMap((candidate) => {
    const area = joined.get(candidate.code) ?? joined.get(candidate.parent);
    return area === undefined ? [] : [{ area, candidate, itself: joined.has(candidate.code) }];
  });
  for (const { area, candidate, itself } of owned) if (itself) for (const key of candidate.keys) add(area, key);
  for (const { area, candidate } of owned) for (const key of candidate.keys) add(area, key);
  for (const { area, candidate, itself } of owned) if (itself) for (const name of candidate.names) add(area, name);
  for (const { area, candidate, itself } of owned)
    if (itself) for (const name of candidate.names) add(area, bare(name));
  for (const [code, name] of areas) add(code, bare(fold(name)));
  return new Map([...keys].map(([code, own]) => [code, [...own]]));
}
