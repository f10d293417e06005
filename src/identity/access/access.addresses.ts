export const accessAddress = '/account/access';

/** The page that changes where a person acts, and leads back to where they were. */
export const switchOrganisationAddress = (next?: string): string =>
  next ? `${accessAddress}/switch?next=${encodeURIComponent(next)}` : `${accessAddress}/switch`;
