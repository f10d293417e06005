/** What a ready-made reply can hold in the place of something about the ticket, like `{{name}}`. */
export const placeholders = ['name', 'reference', 'title', 'agent', 'service'] as const;
export type Placeholder = (typeof placeholders)[number];

const anyPlaceholder = /\{\{\s*([\p{L}\p{N}_-]*)\s*\}\}/gu;

const isKnown = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name);

/** Fills each in once: what is filled in is never read as a placeholder itself, nor as anything but text. */
export const fillPlaceholders = (text: string, values: Record<Placeholder, string>): string =>
  text.replace(anyPlaceholder, (whole, name: string) => (isKnown(name) ? values[name] : whole));

/** Those that nothing is known for, as they are written. */
export const unknownPlaceholders = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(anyPlaceholder)].filter(([, name = '']) => !isKnown(name)).map(([whole]) => whole),
  ),
];

/** Any that are left, before something is sent to a person. */
export const leftPlaceholders = (text: string): string[] => [
  ...new Set([...text.matchAll(anyPlaceholder)].map(([whole]) => whole)),
];
