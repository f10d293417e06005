const scripts = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Coptic'].map(
  (name) => new RegExp(`\\p{Script=${name}}`, 'u'),
);

/** Whether one word of it takes letters from several alphabets that look alike, as no name is written. */
export const mixesScripts = (text: string): boolean =>
  text
    .normalize('NFKC')
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => scripts.filter((script) => script.test(word)).length > 1);
