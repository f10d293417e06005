import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { categoryNamed, editorAtTheDesk, fieldsOf, write } from '../../../../tests/support/editors.ts';
import { type Portal, portal } from '../../../../tests/support/portal.ts';
import { days, minutes } from '../../../kernel/duration.ts';

async function written(at = '2026-03-02T09:00:00Z') {
  const the = await portal({ at });
  const { desk, category, editor } = await editorAtTheDesk(the);
  const article = await write(desk, { category });
  return { the, desk, category, editor, article, reader: the.browser() };
}

const address = '/help/your-account/my-account-is-locked';

test('[C3] a draft is read by nobody but editors until it is published', async () => {
  const the = await portal();
  const { desk, category } = await editorAtTheDesk(the);
  const reader = the.browser();
  const article = await write(desk, { category, do: 'save' });
  expect((await desk.get(article)).text).toContain('Draft');
  expect((await reader.get(address)).status).toBe(404);
  expect((await reader.get('/help')).text).not.toContain('Your account');
  expect((await reader.get('/help/search?q=locked')).text).not.toContain('My account is locked');
  await desk.post(`${article}/edit`, fieldsOf({ category, basedOn: '1' }));
  const page = await reader.get(address);
  expect(page.text).toContain('Wait 15 minutes. Then try again.');
  expect(page.text).toContain('Modified on 2 March 2026');
  expect((await reader.get('/help/search?q=locked')).text).toContain('My account is locked');
});

test('[C3] a draft that follows leaves what the public reads alone', async () => {
  const { desk, reader, article, category, the } = await written('2026-03-02T23:50:00Z');
  the.clock.advance(minutes(20));
  const text = { category, basedOn: '1', body: 'Wait 30 minutes.' };
  const saved = await desk.follow(await desk.post(`${article}/edit`, fieldsOf({ ...text, do: 'save' })));
  expect(saved.text).toContain('The draft is saved');
  expect(saved.text).toContain('There is a draft that the public does not read yet');
  expect((await desk.get('/desk/articles')).text).toContain('Published New draft');
  expect((await reader.get(address)).text).toContain('Wait 15 minutes');
  expect((await reader.get(address)).text).toContain('Modified on 2 March 2026');
  await desk.post(`${article}/edit`, fieldsOf({ ...text, basedOn: '2' }));
  const page = await reader.get(address);
  expect(page.text).toContain('Wait 30 minutes');
  expect(page.text).toContain('Modified on 3 March 2026');
});

test('[C3] a saved draft is published where it is listed and shown, by way of what it changes', async () => {
  const { the, desk, reader, article, category } = await written();
  expect((await desk.get('/desk/articles')).html).not.toContain(`${article}/publish`);
  const text = { category, basedOn: '1', title: 'I am locked out', body: 'Wait 30 minutes.', do: 'save' };
  await desk.post(`${article}/edit`, fieldsOf(text));
  for (const page of ['/desk/articles', article, `${article}/versions/2`])
    expect((await desk.get(page)).html).toContain(`href="${article}/publish"`);
  const waiting = await desk.get('/desk/articles?state=unpublished');
  expect(waiting.text).toContain('1 article ');
  expect(waiting.html).toContain(`href="${article}"`);
  const asked = await desk.get(`${article}/publish`);
  expect(asked.text).toMatch(/Publish this draft\? .*Version 2, by Eilidh Ross/);
  expect(asked.html).toMatch(/<del><span[^>]*>Removed: <\/span>Wait 15 minutes.<\/del>/);
  expect(asked.text).toContain('The old address leads to it');
  expect((await reader.get(address)).text).toContain('Wait 15 minutes');
  const done = await desk.follow(await desk.post(`${article}/publish`, { number: '2' }));
  expect(done.text).toContain('The article is published');
  expect(done.html).not.toContain(`${article}/publish`);
  expect((await desk.get('/desk/articles?state=unpublished')).text).toContain('No article is like that');
  expect((await reader.follow(await reader.get(address))).text).toContain('Wait 30 minutes');
  expect(await actionsOf(the)).toMatchObject({ 'article-drafted': 2, 'article-published': 2 });
  expect((await desk.follow(await desk.get(`${article}/publish`))).text).toContain(
    'reads this version already',
  );
  await desk.post(`${article}/archive`);
  expect((await desk.get(`${article}/publish`)).text).toContain('Publish this article again?');
  await desk.post(`${article}/publish`, { number: '2' });
  expect((await reader.get('/help/your-account/i-am-locked-out')).status).toBe(200);
});

test('of a draft that a colleague changed since it was shown, nothing is published unread', async () => {
  const { the, desk, reader, category } = await written();
  const draft = await write(desk, { category, title: 'New rules', do: 'save' });
  const { desk: other } = await atTheDesk(the, 'administrator');
  expect((await other.get(`${draft}/publish`)).text).toContain('The public has never read this article');
  await desk.post(
    `${draft}/edit`,
    fieldsOf({ category, title: 'New rules', body: 'Changed.', basedOn: '1', do: 'save' }),
  );
  const told = await other.follow(await other.post(`${draft}/publish`, { number: '1' }));
  expect(told.text).toContain('A colleague saved another version meanwhile');
  expect(told.text).toContain('Changed.');
  expect((await reader.get('/help/your-account/new-rules')).status).toBe(404);
  expect((await other.follow(await other.post(`${draft}/publish`, { number: 'x' }))).text).toContain(
    'A colleague saved',
  );
});

test('a preview shows the text as readers will see it, and saves nothing', async () => {
  const { desk, category, the } = await written();
  const before = await countVersions(the);
  const body = '# How\n\n1. **Wait**\n\n<b>no</b>';
  const page = await desk.post('/desk/articles/new', fieldsOf({ category, do: 'preview', body, title: '' }));
  expect(page.status).toBe(200);
  expect(page.html).toContain('<h2 class="nhsuk-heading-m">How</h2>');
  expect(page.html).toContain('<strong>Wait</strong>');
  expect(page.html).toContain('&lt;b&gt;no&lt;/b&gt;');
  expect(page.html).toContain('# How');
  expect(page.text).toContain('Nothing is saved yet');
  expect(await countVersions(the)).toBe(before);
});

const countVersions = async ({ needs }: Portal) =>
  (await needs.database.selectFrom('article_version').select('number').execute()).length;

test.each([
  ['title', { title: ' ' }, 'Enter a title'],
  ['title', { title: 'x'.repeat(201) }, 'Title must be 200 characters or fewer'],
  ['summary', { summary: 'x'.repeat(301) }, 'Summary must be 300 characters or fewer'],
  ['category', { category: 'none' }, 'Choose a category'],
  ['keywords', { keywords: 'x'.repeat(601) }, 'Other words must be 600 characters or fewer'],
  ['body', { body: '\r\n ' }, 'Enter the text of the article'],
  ['body', { body: 'x'.repeat(20_001) }, 'Text must be 20,000 characters or fewer'],
  ['note', { note: 'x'.repeat(201) }, 'What you changed must be 200 characters or fewer'],
])('a mistake in the %s is told, and what was typed stays', async (field, wrong, message) => {
  const { desk, category } = await written();
  const page = await desk.post('/desk/articles/new', fieldsOf({ category, keywords: 'shut out', ...wrong }));
  expect(page.status).toBe(422);
  expect(page.html).toContain(`<a href="#${field}">${message}</a>`);
  if (field !== 'keywords') expect(page.html).toContain('value="shut out"');
});

test('[C3] a new title gives a new address, and the old ones lead to it', async () => {
  const { desk, reader, article, category } = await written();
  await desk.post('/desk/articles/categories/new', { title: 'Locked out', description: '' });
  const fields = fieldsOf({ category, title: 'I am locked out', basedOn: '1' });
  await desk.post(`${article}/edit`, fields);
  const moved = await reader.get(address);
  expect([moved.status, moved.location]).toEqual([301, '/help/your-account/i-am-locked-out']);
  await desk.post(`${article}/edit`, fieldsOf({ category, basedOn: '2' }));
  const back = await reader.get('/help/your-account/i-am-locked-out');
  expect([back.status, back.location]).toEqual([301, address]);
  expect((await reader.get(address)).status).toBe(200);
});

test('[C3] an article that changes its category is found at its old address too', async () => {
  const { the, desk, reader, article } = await written();
  await desk.post('/desk/articles/categories/new', { title: 'Locked out', description: '' });
  const category = await categoryNamed(the, 'Locked out');
  await desk.post(`${article}/edit`, fieldsOf({ category, basedOn: '1' }));
  const moved = await reader.get(address);
  expect([moved.status, moved.location]).toEqual([301, '/help/locked-out/my-account-is-locked']);
});

test('articles with the same title get addresses of their own, and nobody takes an old one', async () => {
  const { desk, reader, article, category } = await written();
  await desk.post(`${article}/edit`, fieldsOf({ category, title: 'I am locked out', basedOn: '1' }));
  await write(desk, { category, body: 'The second one.' });
  expect((await reader.get(address)).location).toBe('/help/your-account/i-am-locked-out');
  expect((await reader.get(`${address}-2`)).text).toContain('The second one.');
  await write(desk, { category, title: '?!' });
  expect((await reader.get('/help/your-account/article')).status).toBe(200);
});

test('[C3] an archived article says so at its address, and offers the search', async () => {
  const { desk, reader, article, category } = await written();
  expect((await desk.get(`${article}/archive`)).text).toContain('Archive this article?');
  expect((await desk.follow(await desk.post(`${article}/archive`))).text).toContain('is archived');
  const page = await reader.get(address);
  expect(page.status).toBe(410);
  expect(page.text).toContain('“My account is locked” was taken away');
  expect(page.html).toContain('action="/help/search"');
  expect((await reader.get('/help/search?q=locked')).text).not.toContain('My account is locked');
  expect((await reader.get('/help')).text).toContain('There are no help articles yet');
  const again = await desk.post(`${article}/archive`);
  expect((await desk.follow(again)).text).toContain('was archived already');
  await desk.post(`${article}/edit`, fieldsOf({ category, basedOn: '1' }));
  expect((await reader.get(address)).status).toBe(200);
});

test('of a draft that was put away nobody learns', async () => {
  const the = await portal();
  const { desk, category } = await editorAtTheDesk(the);
  const article = await write(desk, { category, do: 'save' });
  await desk.post(`${article}/archive`);
  expect((await the.browser().get(address)).status).toBe(404);
});

test('the history shows who changed what, and an old version comes back as a draft', async () => {
  const { the, desk, reader, article, category } = await written();
  const changed = { category, body: 'Wait 30 minutes.\n\nThen try again.', note: 'Longer now' };
  await desk.post(`${article}/edit`, fieldsOf({ ...changed, basedOn: '1' }));
  const page = await desk.get(article);
  expect(page.text).toMatch(/Version 2 Public .*Eilidh Ross .*Longer now .*Version 1/);
  const version = await desk.get(`${article}/versions/2`);
  expect(version.html).toMatch(/<del><span[^>]*>Removed: <\/span>Wait 15 minutes.<\/del>/);
  expect(version.html).toMatch(/<ins><span[^>]*>Added: <\/span>Wait 30 minutes.<\/ins>/);
  expect(version.text).not.toContain('Restore as a new draft');
  const restored = await desk.post(`${article}/versions/1/restore`);
  expect((await desk.follow(restored)).text).toContain('Version 1 again');
  expect((await reader.get(address)).text).toContain('Wait 30 minutes');
  await desk.post(`${article}/edit`, fieldsOf({ category, basedOn: '3' }));
  expect((await reader.get(address)).text).toContain('Wait 15 minutes');
  expect(await actionsOf(the)).toEqual({
    'category-added': 1,
    'article-drafted': 2,
    'article-published': 3,
    'article-restored': 1,
  });
});

async function actionsOf({ needs }: Portal): Promise<Record<string, number>> {
  const counted = await needs.database
    .selectFrom('audit_event')
    .select((eb) => ['action', eb.fn.countAll<number>().as('count')])
    .where((eb) => eb.or([eb('action', 'like', 'article-%'), eb('action', 'like', 'category-%')]))
    .groupBy('action')
    .execute();
  return Object.fromEntries(counted.map(({ action, count }) => [action, count]));
}

test('two editors at once: the second is told what the first changed, and loses nothing', async () => {
  const { the, desk, reader, article, category } = await written();
  const { desk: other } = await atTheDesk(the, 'administrator');
  const first = { category, basedOn: '1', body: 'Wait 30 minutes.' };
  await desk.post(`${article}/edit`, fieldsOf(first));
  const mine = { category, basedOn: '1', body: 'Ask a colleague.' };
  const told = await other.post(`${article}/edit`, fieldsOf(mine));
  expect(told.status).toBe(422);
  expect(told.text).toContain('Eilidh Ross saved another version while you were writing');
  expect(told.html).toContain('Wait 30 minutes.</ins>');
  expect(told.html).toMatch(/<textarea[^>]*id="body"[^>]*>\s*Ask a colleague\./);
  expect(told.html).toContain('name="basedOn" value="2"');
  expect((await reader.get(address)).text).toContain('Wait 30 minutes.');
  await other.post(`${article}/edit`, fieldsOf({ ...mine, basedOn: '2' }));
  expect((await reader.get(address)).text).toContain('Ask a colleague.');
});

test('saving what is there already makes no version', async () => {
  const { the, desk, article, category } = await written();
  const before = await countVersions(the);
  const same = await desk.follow(await desk.post(`${article}/edit`, fieldsOf({ category, basedOn: '1' })));
  expect(same.text).toContain('Nothing was different');
  expect(await countVersions(the)).toBe(before);
});

test('an article is to be read again a year after it was published, and the desk says when that is due', async () => {
  const { the, desk, article } = await written();
  expect((await desk.get(article)).text).toContain('Read again on 2 March 2027');
  expect((await desk.get('/desk')).text).toContain('Articles to read again (0)');
  expect((await desk.get('/desk/articles?review=due')).text).toContain('No article is like that');
  the.clock.advance(days(365));
  const { desk: later } = await atTheDesk(the, 'administrator');
  expect((await later.get('/desk')).text).toContain('Articles to read again (1)');
  expect((await later.get('/desk/articles?review=due')).text).toContain('2 March 2027 Overdue');
  expect((await later.follow(await later.post(`${article}/reviewed`))).text).toContain(
    'counts as read through',
  );
  expect((await later.get('/desk')).text).toContain('Articles to read again (0)');
  expect((await later.get(article)).text).toContain('Read again on 1 March 2028');
});

test('an editor says who looks after an article, when it is read again and what is related', async () => {
  const { the, desk, reader, article, category } = await written();
  await write(desk, { category, title: 'I forgot my password' });
  const chief = await the.addPerson({ name: 'Ada Lis', staff: 'administrator' });
  const related = 'http://localhost:3000/help/your-account/i-forgot-my-password?x=1\n\nmy-account-is-locked';
  const day = { 'reviewOn-day': '5', 'reviewOn-month': '4', 'reviewOn-year': '2026' };
  const care = { owner: chief.id, ...day, position: '7', related };
  const done = await desk.follow(await desk.post(`${article}/care`, care));
  expect(done.text).toMatch(/Owner Ada Lis .*Read again on 5 April 2026 .*category 7/);
  expect(done.text).toMatch(/Related articles I forgot my password/);
  expect((await reader.get(address)).text).toContain('Related help I forgot my password');
  expect((await desk.get(`${article}/care`)).html).toMatch(/<textarea[^>]*>\s*i-forgot-my-password</);
  expect((await desk.get(`/desk/articles?owner=${chief.id}`)).text).toContain('1 article ');
  expect((await desk.get('/desk/articles?owner=nobody')).text).toContain('0 articles');
});

test.each([
  ['owner', { owner: 'x' }, 'Choose somebody who writes articles'],
  [
    'reviewOn-day',
    { 'reviewOn-day': '31', 'reviewOn-month': '2', 'reviewOn-year': '2026' },
    'Enter a real date',
  ],
  ['position', { position: 'first' }, 'Place must be a whole number'],
  ['related', { related: 'nowhere' }, 'No article has the address nowhere'],
])('what is wrong with the %s is told', async (field, wrong, message) => {
  const { desk, article } = await written();
  const page = await desk.post(`${article}/care`, { owner: '', position: '', related: '', ...wrong });
  expect(page.status).toBe(422);
  expect(page.html).toContain(`<a href="#${field}">${message}`);
});

test('categories are added, renamed, ordered, and removed once they are empty', async () => {
  const { the, desk, reader, category, article } = await written();
  await desk.post('/desk/articles/categories/new', { title: 'Search', description: '', position: '1' });
  await desk.post(`/desk/articles/categories/${category}`, {
    title: 'Getting in',
    description: 'New',
    position: '9',
  });
  const page = await desk.get('/desk/articles/categories');
  expect(page.text).toMatch(/Search .*\/help\/search-2 .*Getting in .*\/help\/your-account/);
  expect((await reader.get('/help/your-account')).text).toMatch(/Getting in New My account is locked/);
  const full = await desk.follow(await desk.post(`/desk/articles/categories/${category}/remove`));
  expect(full.text).toContain('The category still holds articles');
  const other = await categoryNamed(the, 'Search');
  await desk.post(`${article}/edit`, fieldsOf({ category: other, basedOn: '1', do: 'save' }));
  await desk.post(`/desk/articles/categories/${category}/remove`);
  expect((await reader.get('/help/your-account')).status).toBe(200);
  await desk.post(`${article}/edit`, fieldsOf({ category: other, basedOn: '2' }));
  const gone = await desk.follow(await desk.post(`/desk/articles/categories/${category}/remove`));
  expect(gone.text).toContain('The category is removed');
  expect((await reader.get('/help/your-account')).status).toBe(404);
  expect((await reader.get(address)).location).toBe('/help/search-2/my-account-is-locked');
  expect((await desk.get(`${article}/versions/1`)).status).toBe(200);
  const untitled = await desk.post('/desk/articles/categories/new', { title: '', position: 'x' });
  expect(untitled.html).toContain('<a href="#title">Enter a title</a>');
  expect(untitled.html).toContain('<a href="#position">Place must be a whole number');
});

test('the list is filtered by state and category, and counts', async () => {
  const { desk, category } = await written();
  await write(desk, { category, title: 'Another one', do: 'save' });
  expect((await desk.get('/desk/articles')).text).toContain('2 articles');
  const drafts = await desk.get(`/desk/articles?state=draft&category=${category}`);
  expect(drafts.text).toContain('1 article ');
  expect(drafts.text).toContain('Another one');
  expect(drafts.text).not.toContain('My account is locked');
  expect((await desk.get('/desk/articles?state=archived')).text).toContain('No article is like that');
});

test.each(['agent', 'senior', 'accounts'] as const)('%s staff write no articles', async (role) => {
  const { the, article } = await written();
  const { desk } = await atTheDesk(the, role);
  for (const page of [
    '/desk/articles',
    article,
    `${article}/edit`,
    `${article}/publish`,
    '/desk/articles/categories',
  ])
    expect((await desk.get(page)).status).toBe(403);
  for (const step of ['archive', 'publish']) expect((await desk.post(`${article}/${step}`)).status).toBe(403);
  expect((await desk.get('/desk')).html).not.toContain('href="/desk/articles"');
});

test('an editor finds the articles from the desk', async () => {
  const { desk } = await written();
  const page = await desk.get('/desk');
  expect(page.status).toBe(200);
  expect(page.html).toContain('href="/desk/articles"');
  expect(page.html).not.toContain('href="/desk/people"');
});
