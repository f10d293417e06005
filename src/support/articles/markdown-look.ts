import type sanitizeHtml from 'sanitize-html';

const looks: Record<string, string> = {
  h2: 'nhsuk-heading-m',
  h3: 'nhsuk-heading-s',
  h4: 'nhsuk-heading-xs',
  ul: 'nhsuk-list nhsuk-list--bullet',
  ol: 'nhsuk-list nhsuk-list--number',
  blockquote: 'nhsuk-inset-text',
  hr: 'nhsuk-section-break nhsuk-section-break--m nhsuk-section-break--visible',
  code: 'gh-code',
};

/** The library's classes for what Markdown makes; other attributes than those kept here do not pass. */
export const lookOf = {
  classes: Object.values(looks).flatMap((look) => look.split(' ')),
  tags: Object.fromEntries(
    Object.entries(looks).map(([tag, look]) => [
      tag,
      (tagName: string, { start }: sanitizeHtml.Attributes) => ({
        tagName,
        attribs: { class: look, ...(tag === 'ol' && start && { start }) },
      }),
    ]),
  ),
};
