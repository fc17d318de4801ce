/** Version of the API: additions raise the minor version; removals would raise the major version. */
export const API_VERSION = "1.3.0";

/** The stability guarantees of the API; code in backquotes. */
export const STABILITY: readonly string[] = [
  "All keys of JSON responses are documented in `/openapi.json` and in the JSON Schemas under `/schema/`. A documented key keeps its name, type and meaning. A required key is always present; without a value it is `null` or an empty list.",
  "New keys, enum values, parameters, formats and paths may be added at any time; clients must ignore unknown keys and values. Each addition raises the minor version of this document.",
  "An event's `id`, its iCalendar UID and a group's `slug` never change and are never reused. If two events turn out to be the same, the other id is added to `aliases` of the event and redirects to it permanently. Paths and parameters stay; if one is renamed, the old name redirects permanently. Events that are only in the draft of the next issue, marked with `draft` in their listings, are excluded from this until that issue is published; servers show drafts only if configured to.",
  "Anything to be removed is first marked `deprecated` here and in the `Deprecation` (RFC 9745) and `Sunset` (RFC 8594) headers, and works for at least another year. Breaking changes get new paths next to the existing ones.",
  "Not guaranteed: the order of keys, white space, the wording of titles, descriptions and error details, and the number of events.",
];
