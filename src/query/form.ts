import type { Form } from "../model/form.ts";
import { FILTERS } from "./filters.ts";

/** The form that finds events. */
export const FORM: Form = {
  fields: FILTERS.flatMap(({ key, form }) => (typeof form === "string" ? [] : [{ name: key, ...form }])),
  handedOn: FILTERS.flatMap(({ key, form }) => (form === "handed on" ? [key] : [])),
};
