/** Collects names with their references and writes them in the order of their letters, as `SortedNames`. */
export class NameList {
  readonly #references = new Map<string, Set<string>>();

  add(name: string, reference: string): void {
    if (/[|=,]/.test(name) || name === "")
      throw new Error(`"${name}" cannot be a name: it holds a separator or nothing`);
    const references = this.#references.get(name) ?? new Set();
    this.#references.set(name, references.add(reference));
  }

  toJSON(): string {
    const names = [...this.#references.keys()].sort();
    return names.map((name) => `${name}=${[...this.#references.get(name)!].join(",")}`).join("|");
  }
}
