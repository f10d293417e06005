/** Letters of these look like each other: a word of several is most likely an imitation. */
const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

export const mixesScripts = (text: string): boolean =>
  text
    .normalize('NFKC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .some((word) => scripts.filter((script) => script.test(word)).length > 1);
