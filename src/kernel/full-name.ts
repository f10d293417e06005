/** One line, without what cannot be seen at its ends, nor what turns the words around it back to front. */
export const tidyName = (text: string): string =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** Names travel in e-mails to others, so one that carries an address of any kind is not taken. */
export const holdsAddress = (text: string): boolean =>
  /[@<>/\\]|www\.|[\p{L}\p{N}-]{3,}[.。][\p{L}\p{N}-]{2,}/iu.test(
    text.normalize('NFKC').replace(/\p{Cf}/gu, ''),
  );
