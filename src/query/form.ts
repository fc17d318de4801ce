import type { Form } from "../model/form.ts";
import { FILTERS } from "./filters.ts";

/** The filter form. */
export const FORM: Form = {
  fields: FILTERS.flatMap(({ key, form }) => (typeof form === "string" ? [] : [{ name: key, ...form }])),
  preserved: FILTERS.flatMap(({ key, form }) => (form === "preserved" ? [key] : [])),
};
