/** One line, without what cannot be seen at its ends. */
export const tidyName = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** Names travel in e-mails to others, so one that carries an address of any kind is not taken. */
export const holdsAddress = (text: string): boolean =>
  /[@<>/\\]|www\.|[\p{L}\p{N}-]{3,}[.。][\p{L}\p{N}-]{2,}/iu.test(
    text.normalize('NFKC').replace(/\p{Cf}/gu, ''),
  );
