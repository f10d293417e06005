/** The secret of the link a form was opened with, before the rest of the form is read. */
export const postedLink = (body: unknown): string => {
  const { link } = (body ?? {}) as { link?: unknown };
  return typeof link === 'string' ? link : '';
};
