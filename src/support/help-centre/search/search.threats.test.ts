import { beforeAll, expect, test } from 'vitest';
import { fillWithArticles } from '../../../../tests/support/help-centre.ts';
import { sharedPortal } from '../../../../tests/support/running-portal.ts';

const the = sharedPortal({ profile: 'primary-care' });
beforeAll(() => fillWithArticles(the()));

const search = (query: string) => the().browser().get(`/help/search?${query}`);
const suggestions = async (query: string, browser = the().browser()) => {
  const { status, text } = await browser.get(`/help/suggestions?${query}`);
  expect(status).toBe(200);
  return (JSON.parse(text) as { suggestions: { title: string; href: string }[] }).suggestions;
};

test.each([
  ['a script', '<script>alert(1)</script> locked'],
  ['a mark that is not ours', '<mark onmouseover="alert(1)">locked</mark>'],
  ['the end of an attribute', '" autofocus onfocus="alert(1)'],
])('what is searched for stays text: %s', async (_what, typed) => {
  const { status, html } = await search(new URLSearchParams({ q: typed }).toString());
  expect(status).toBe(200);
  expect(html).not.toContain(typed);
  expect(html).not.toMatch(/<(script|mark)[^>]*(alert|onmouseover)/);
});

test.each([
  ['twice', 'q=locked&q=account'],
  ['as a list', 'q[]=locked'],
  ['with a page that is none', 'q=account&page=-1'],
  ['with a page far beyond the last', 'q=account&page=99999999999999999999'],
  ['with a null byte', 'q=locked%00account'],
  ['with bytes that are no text', 'q=%ff%fe'],
  ['with our own marks', 'q=%EE%80%80locked%EE%80%81'],
])('a search %s is answered with a page', async (_how, query) => {
  const { status, text } = await search(query);
  expect(status).toBe(200);
  expect(text).toContain('Search help');
});

test('a page beyond the last shows the last one', async () => {
  const { text } = await search('q=account&page=99');
  const [, last] = /Page (\d+) of (\d+)/.exec(text)?.slice(1) ?? [];
  expect(text).toContain(`Page ${last} of ${last}`);
});

test('a query longer than anybody types is cut, and the page says so', async () => {
  const { status, text } = await search(`q=${'locked%20'.repeat(200)}`);
  expect(status).toBe(200);
  expect(text).toContain('We searched for the first 200 characters');
});

test('drafts and archived articles are neither found nor suggested', async () => {
  const { database } = the().needs;
  expect((await suggestions('q=passkeys')).map(({ title }) => title)).toContain('Passkeys');
  await database.updateTable('article').set({ state: 'archived' }).where('slug', '=', 'passkeys').execute();
  expect((await suggestions('q=passkeys')).map(({ title }) => title)).not.toContain('Passkeys');
  await database.updateTable('article').set({ state: 'published' }).where('slug', '=', 'passkeys').execute();
});

test('a machine that asks for suggestions without end gets none after a while; a search is still answered', async () => {
  const { database } = the().needs;
  const browser = the().browser({ address: '203.0.113.77' });
  expect(await suggestions('q=locked', browser)).not.toEqual([]);
  await database
    .updateTable('limit_count')
    .set({ count: 1_000 })
    .where('name', 'like', 'suggestions:%')
    .execute();
  expect(await suggestions('q=locked', browser)).toEqual([]);
  expect((await browser.get('/help/search?q=locked')).text).toContain('My account is locked');
});

test('searching is counted by day, with nothing of what was searched for', async () => {
  const { database } = the().needs;
  const counts = async () =>
    Object.fromEntries(
      (await database.selectFrom('help_count').select(['what', 'count']).execute()).map((row) => [
        row.what,
        row.count,
      ]),
    );
  const before = await counts();
  await search('q=zzzqqqxx');
  const after = await counts();
  expect(Number(after.searched) - Number(before.searched ?? 0)).toBe(1);
  expect(Number(after['nothing-found']) - Number(before['nothing-found'] ?? 0)).toBe(1);
});
