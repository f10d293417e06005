/** Stands where something was taken out. */
export const mask = '•••••';

const personal: readonly RegExp[] = [
  // An email address, or what was meant as one.
  /[^\s@,;:<>()]{1,64}@[^\s@,;:<>()]{2,255}/g,
  // A National Insurance number.
  /\b[a-z]{2}\s?(?:\d\s?){6}[a-d]\b/gi,
  // A postcode.
  /\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b/gi,
  // Seven digits and more, however they are parted: telephone and NHS numbers, dates of birth, cards.
  /\+?\d(?:[\s()./-]{0,3}\d){6,30}/g,
];

/** Takes out of what a stranger wrote whatever looks like it names somebody; asked not to, people write it all the same. */
export const maskPersonal = (text: string): string =>
  personal.reduce((masked, pattern) => masked.replace(pattern, mask), text);
