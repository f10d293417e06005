/** The secret of the link a form was opened with, as the form will read it. */
export const postedLink = (body: unknown): string => {
  const { link } = (body ?? {}) as { link?: unknown };
  const first = Array.isArray(link) ? link[0] : link;
  return typeof first === 'string' ? first : '';
};
