import { fileURLToPath } from "node:url";

/** Path of the data set that comes with the program. */
export const EMBEDDED_DATA = fileURLToPath(new URL("../../data/events.json", import.meta.url));
