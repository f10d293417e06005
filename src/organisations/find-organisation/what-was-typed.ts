/** A whole postcode or its first half, without spaces; undefined for anything else. */
export function readPostcode(text: string): string | undefined {
  const postcode = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const isPostcode = /^[A-Z]{1,2}\d[A-Z\d]?(\d[A-Z]{2})?$/.test(postcode);
  return isPostcode ? postcode : undefined;
}

/** Digits, and no word of four letters: meant as a unique ID, so a wrong one is told about IDs, not names. */
export const looksLikeCode = (text: string): boolean => /\d/.test(text) && !/\p{L}{4}/u.test(text);
