/** One line, without what cannot be seen at its ends. */
export const tidyName = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** Names travel in e-mails to others, so one that carries an address of any kind is not taken. */
export const holdsAddress = (text: string): boolean =>
  /[@<>/\\]|www\.|\p{L}{3,}[.。]\p{L}{2,}/iu.test(text.normalize('NFKC'));
