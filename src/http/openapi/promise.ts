/** Version of what is promised: the middle number rises with what is added, the first would with what is taken away. */
export const API_VERSION = "1.3.0";

/** What programs may rely on for years; code in back quotes. */
export const PROMISE: readonly string[] = [
  "Every key of every JSON answer is described in `/openapi.json` and in the JSON Schemas under `/schema/`. A described key keeps its name, its type and its meaning. A key that is listed as required is always there; one that has nothing to say is `null` or an empty list.",
  "New keys, new words in an enumeration, new parameters, formats and paths may come at any time: programs pass over what they do not know. The second number of this document's version rises with each.",
  "An event's `id`, its iCalendar UID and a group's `slug` never change and never come to name anything else; where two events turn out to be one, the other id is in `aliases` of that event and leads to it by a permanent redirect. Paths and parameters stay; should one get a better name, the old one is answered with a permanent redirect. What only the draft of a coming issue announces, `draft` in its listings, is not promised before that issue is published; no address shows drafts unless whoever runs it asked for them.",
  "What has to go is first marked `deprecated` here and in the answers' `Deprecation` (RFC 9745) and `Sunset` (RFC 8594) headers, and works on for a year at least. A change that breaks a promise gets paths of its own, beside these.",
  "Not promised: the order of keys, white space, the wording of titles, descriptions and error details, and how many events there are.",
];
