/** Fields of `package.json`. */
export interface Program {
  readonly name: string;
  readonly version: string;
  readonly homepage: string;
}

/** `twir-calendar/1.0.0 (+https://calendar.example.org)`: name, version and contact address (default: the homepage). */
export function userAgent({ name, version, homepage }: Program, contact: string | undefined): string {
  return `${name}/${version} (+${contact || homepage})`;
}
