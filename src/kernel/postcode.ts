/** A UK postcode in its usual form, "SW1A 2AA"; anything else, as from abroad, as it was typed. */
export function tidyPostcode(text: string): string {
  const typed = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const parts = /^([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})$/i.exec(typed);
  return parts ? `${parts[1]} ${parts[2]}`.toUpperCase() : typed;
}
