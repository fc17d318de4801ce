/** Where the events come from, as its licence asks to say. */
export const ATTRIBUTION = "Events from This Week in Rust (https://this-week-in-rust.org), licensed CC BY-SA 4.0";

/** The licence of the events. */
export const LICENSE_URL = "https://creativecommons.org/licenses/by-sa/4.0/";
