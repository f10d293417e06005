import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { editorAtTheDesk, fieldsOf, write } from '../../../../tests/support/editors.ts';
import { fillWithArticles } from '../../../../tests/support/help-centre.ts';
import { portal } from '../../../../tests/support/portal.ts';

test('of editors who save at the same moment one is first, and nobody’s words are lost', async () => {
  const the = await portal();
  const { desk, category } = await editorAtTheDesk(the);
  const article = await write(desk, { category });
  const editors = await Promise.all(
    ['Ada Lis', 'Ben Roe', 'Cy Fenn', 'Di Marsh'].map((name) => atTheDesk(the, 'editor', name)),
  );
  for (const { desk: own } of editors) await own.get(`${article}/edit`);
  const answers = await Promise.all(
    editors.map(({ desk: own, name }) =>
      own.post(`${article}/edit`, fieldsOf({ category, basedOn: '1', body: `By ${name}.` })),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422]);
  for (const [at, { status, html }] of answers.entries())
    if (status === 422) expect(html).toContain(`By ${editors[at]?.name}.`);
});

test('articles that begin at the same moment with the same title each get an address of their own', async () => {
  const the = await portal();
  const { category } = await editorAtTheDesk(the);
  const editors = await Promise.all(
    ['Ada Lis', 'Ben Roe', 'Cy Fenn', 'Di Marsh'].map((name) => atTheDesk(the, 'editor', name)),
  );
  await Promise.all(
    editors.map(({ desk, name }) => write(desk, { category, title: 'Opening hours', body: `By ${name}.` })),
  );
  const slugs = await the.needs.database.selectFrom('article').select('slug').orderBy('slug').execute();
  expect(slugs.map(({ slug }) => slug)).toEqual(
    ['', '-2', '-3', '-4'].map((number) => `opening-hours${number}`),
  );
});

test('nodes that start together on an empty database bring the articles in once', async () => {
  const the = await portal();
  await Promise.all([fillWithArticles(the), fillWithArticles(the), fillWithArticles(the)]);
  const versions = await the.needs.database.selectFrom('article_version').select('number').execute();
  expect(versions.length).toBeGreaterThan(20);
  expect(versions.every(({ number }) => number === 1)).toBe(true);
});
