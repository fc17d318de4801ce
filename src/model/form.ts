/** A field of the form that finds events. */
export type Field = {
  readonly label: string;
  /** Goes on with the label for those who hear the page. */
  readonly spoken?: string;
} & (
  | { readonly input: "search"; readonly longest: number }
  | { readonly input: "date" }
  | { readonly input: "choice"; readonly choices: readonly Choice[] }
  | { readonly input: "country" }
);

/** A value that a field may have, and its text. */
export type Choice = readonly [value: string, text: string];

/** The form that finds events. */
export interface Form {
  readonly fields: readonly (Field & { readonly name: string })[];
  /** Parameters without a field, which the form hands on as they are. */
  readonly handedOn: readonly string[];
}
