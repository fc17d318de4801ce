/** Every kind of event, the plain one last; schema.org has ConferenceEvent, EducationEvent, Hackathon and SocialEvent. */
export const KINDS = ["conference", "workshop", "hackathon", "meetup"] as const;

export type Kind = (typeof KINDS)[number];
