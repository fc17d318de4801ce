/** Countries whose cities are printed with their state or province: `Salem, OR, US`. ISO 3166-1 alpha-2. */
export const AREA_COUNTRIES: readonly string[] = ["US", "CA", "AU"];
