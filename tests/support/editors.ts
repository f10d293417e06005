import { atTheDesk } from './at-the-desk.ts';
import type { Portal } from './portal.ts';
import type { Answer, Browser } from './portal-browser.ts';

/** An editor at the desk, with a category to write into. */
export async function editorAtTheDesk(the: Portal) {
  const { desk, ...editor } = await atTheDesk(the, 'editor');
  await desk.post('/desk/articles/categories/new', { title: 'Your account', description: 'Log in.' });
  const category = await categoryNamed(the, 'Your account');
  return { editor, desk, category };
}

export const categoryNamed = async ({ needs }: Portal, title: string): Promise<string> =>
  (
    await needs.database
      .selectFrom('article_category')
      .select('id')
      .where('title', '=', title)
      .executeTakeFirstOrThrow()
  ).id;

export interface WrittenFields {
  title?: string;
  summary?: string;
  category: string;
  question?: string;
  keywords?: string;
  body?: string;
  note?: string;
  basedOn?: string;
  do?: string;
}

export const fieldsOf = (fields: WrittenFields): Record<string, string> => ({
  title: 'My account is locked',
  summary: 'What to do when the door is shut.',
  body: 'Wait 15 minutes.\n\nThen try again.',
  do: 'publish',
  ...fields,
});

/** Writes a new article, and gives its address at the desk. */
export async function write(desk: Browser, fields: WrittenFields): Promise<string> {
  const answer = await desk.post('/desk/articles/new', fieldsOf(fields));
  return addressIn(answer);
}

export const addressIn = ({ location, status, text }: Answer): string => {
  const address = location?.split('?')[0];
  if (!address) throw new Error(`nothing was saved: ${status} ${text}`);
  return address;
};
