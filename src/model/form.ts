/** A field of the filter form. */
export type Field = {
  readonly label: string;
  /** Continues the label for screen readers. */
  readonly spoken?: string;
} & (
  | { readonly input: "search"; readonly longest: number }
  | { readonly input: "date" }
  | { readonly input: "choice"; readonly choices: readonly Choice[] }
  | { readonly input: "country" }
);

/** An option of a field. */
export type Choice = readonly [value: string, text: string];

/** The filter form. */
export interface Form {
  readonly fields: readonly (Field & { readonly name: string })[];
  /** Parameters without a field, which the form preserves. */
  readonly preserved: readonly string[];
}
