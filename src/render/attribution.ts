/** The attribution that the licence requires. */
export const ATTRIBUTION = "Events from This Week in Rust (https://this-week-in-rust.org), licensed CC BY-SA 4.0";

/** The licence of the events. */
export const LICENSE_URL = "https://creativecommons.org/licenses/by-sa/4.0/";
