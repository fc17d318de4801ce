/** An event as JSON-LD with schema.org's vocabulary. */
export interface PageEvent {
  readonly name?: string;
  readonly url: string;
  /** With offset; a day for events without a time. */
  readonly startDate: string;
  readonly endDate?: string;
  /** Default: `EventScheduled`. */
  readonly status?: "EventScheduled" | "EventCancelled" | "EventPostponed" | "EventRescheduled";
  /** Public venue; null: online. */
  readonly venue?: PageVenue | null;
  /** Instead of, or besides, what hasgeek writes. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export interface PageVenue {
  readonly name: string;
  readonly streetAddress: string;
  readonly addressLocality: string;
  readonly addressRegion: string;
  readonly postalCode: string;
  readonly addressCountry: string;
}

const HALL: PageVenue = {
  name: "Example Hall",
  streetAddress: "Sample Road 5",
  addressLocality: "Sampleville",
  addressRegion: "Example State",
  postalCode: "560000",
  addressCountry: "IN",
};

/** A page of an event as hasgeek answers it. */
export function eventPage(event: PageEvent): string {
  const { name = "Rust evening", url, startDate, endDate, status = "EventScheduled", venue = HALL } = event;
  return pageWith({
    "@context": "http://schema.org",
    "@type": "Event",
    name,
    url,
    startDate,
    ...(endDate === undefined ? {} : { endDate }),
    eventStatus: `https://schema.org/${status}`,
    location: venue === null ? { "@type": "VirtualLocation", url } : placeOf(venue),
    eventAttendanceMode: `https://schema.org/${venue === null ? "Online" : "Offline"}EventAttendanceMode`,
    description: "A made-up meetup",
    organizer: { "@type": "Organization", name: "Rust Sampleville", url: new URL("..", url).href },
    ...event.more,
  });
}

/** A page with any JSON-LD. */
export function pageWith(jsonLd: unknown): string {
  const text = typeof jsonLd === "string" ? jsonLd : JSON.stringify(jsonLd, null, 2).replace(/^/gm, "    ");
  return [
    "<!DOCTYPE html>",
    "<html><head>",
    '    <script type="application/ld+json">',
    text,
    "    </script>",
    "</head><body></body></html>",
    "",
  ].join("\n");
}

function placeOf({ name, ...address }: PageVenue): object {
  return { "@type": "Place", name, address: { "@type": "PostalAddress", ...address } };
}
