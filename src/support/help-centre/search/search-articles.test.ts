import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Portal, portal } from '../../../../tests/support/portal.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { indexArticle } from '../../articles/index-article.ts';
import { fillHelpCentre } from '../../index.ts';
import { nearestArticles, searchArticles, suggestArticles } from './search-articles.ts';

let the: Portal;
const endings: (() => unknown)[] = [];
beforeAll(async () => {
  the = await portal({ profile: 'primary-care', atEnd: (ending) => void endings.push(ending) });
  await fillHelpCentre(the.needs, () => undefined);
});
afterAll(async () => {
  for (const ending of endings.reverse()) await ending();
});

const search = (query: string, limit = 5) => searchArticles(the.needs.database, query, { limit });
const slugs = async (query: string) => (await search(query)).articles.map(({ slug }) => slug);

test.each([
  ['another form of a word', 'locking locks locked', 'my-account-is-locked'],
  ['capitals and accents', 'LÖCKED ÀCCOUNT', 'my-account-is-locked'],
  ['the beginning of the last word', 'add new use', 'add-somebody'],
  ['a letter too few', 'deactivted', 'my-account-is-deactivated'],
  ['two letters swapped', 'recovrey codes', 'recovery-codes'],
  ['a wrong letter', 'pasvord forgotten', 'forgotten-your-details'],
  ['the words of another system: 2FA', '2FA', 'set-up-security-codes'],
  ['the words of another system: multi-factor', 'mfa codes', 'set-up-security-codes'],
  ['sign in for log in', 'sign-in problems', 'i-cannot-log-in'],
  ['surgery for practice', 'register surgery', 'register-an-organisation'],
  ['e-mail with a hyphen', 'change e-mail', 'change-your-email-address'],
  ['a word that only the keywords hold', 'maternity', 'on-leave'],
  [
    'a whole sentence',
    'Hello, I would like to know how I can get rid of a colleague who has left',
    'remove-somebody',
  ],
])('[C3] an article is found by %s', async (_how, query, slug) => {
  expect((await slugs(query)).slice(0, 3)).toContain(slug);
});

test('[C3] a title counts more than a mention', async () => {
  expect((await slugs('passkeys'))[0]).toBe('passkeys');
  expect((await slugs('recovery codes'))[0]).toBe('recovery-codes');
});

test('[C3] what was found is marked in titles and excerpts, and a slip is told', async () => {
  const { articles, corrected } = await search('deactivted account');
  const [first] = articles;
  expect(corrected).toBe('deactivated account');
  expect(first?.titlePieces).toContainEqual({ text: 'deactivated', isFound: true });
  const marked = first?.excerpt.filter(({ isFound }) => isFound).map(({ text }) => text.toLowerCase());
  expect(marked).toContain('account');
  expect(first?.excerpt.map(({ text }) => text).join('').length).toBeLessThan(400);
});

test('[C3] while somebody types, titles are offered for the word they have begun', async () => {
  const offered = async (typed: string) =>
    (await suggestArticles(the.needs.database, typed, 6)).map(({ slug }) => slug);
  expect(await offered('pass')).toContain('passkeys');
  for (const typed of ['recov', 'recover', 'recovery', 'recovery ', 'recovery co'])
    expect(await offered(typed)).toContain('recovery-codes');
  expect((await offered('lo')).length).toBeGreaterThan(0);
  expect(await offered('zzzzqqqq')).toEqual([]);
});

test('[C3] a text written to support leads to the articles that may answer it', async () => {
  const text = `Dear all, our practice manager retired in June and now nobody at the surgery can add the new
    receptionist. We rang twice. Could somebody please make me the main contact? Kind regards, Pat`;
  const near = await nearestArticles(the.needs.database, text, { limit: 3 });
  expect(near.map(({ slug }) => slug)).toContain('main-contact-has-gone');
});

test.each([
  ['nothing', ''],
  ['blanks', ' \t\n'],
  ['marks of the query language', "'& | ! :* <-> ( ) \\ ''"],
  ['an attempt on the database', "'; DROP TABLE article; --"],
  ['words that are everywhere', 'the and of to'],
  ['another script', '忘れたパスワード'],
  ['pictures', '🔐🔐🔐'],
  ['a null byte', 'lock\0ed'],
  ['our own marks', '\uE000locked\uE001'],
  ['half a character', 'locked \ud83d'],
  ['one endless word', 'a'.repeat(100_000)],
  ['a hundred thousand words', 'locked account '.repeat(50_000)],
])('a search for %s is answered like any other', async (_what, query) => {
  const { articles } = await search(query);
  expect(articles.length).toBeLessThanOrEqual(5);
  expect(await suggestArticles(the.needs.database, query, 5)).toBeInstanceOf(Array);
  expect(await nearestArticles(the.needs.database, query, { limit: 3 })).toBeInstanceOf(Array);
});

test('[C3] a search in vain leads to subjects, questions and a person, and its words go along', async () => {
  const browser = the.browser();
  const typed = `xqzzyq <b>"zzyyxq"</b> & qqxzz`;
  const page = await browser.get(`/help/search?${new URLSearchParams({ q: typed })}`);
  const { phone, hours } = the.settings.support;
  expect(page.html).toContain('href="/help/logging-in"');
  expect(page.text).toContain('Frequently asked questions');
  expect(page.text).toContain(`Or call us on ${phone} (${hours.days}, ${hours.times}).`);
  const asked = `/tickets/new?${new URLSearchParams({ searched: typed })}`;
  expect(page.html).toContain(`href="${asked.replaceAll('&', '&amp;')}"`);
  const choice = await browser.get(asked);
  expect(choice.text).toContain('We take these words along');
  expect((await browser.get(`${asked}&chosen=yes`)).text).toContain('We take these words along');
  const form = await browser.follow(await browser.get(`${asked}&chosen=yes&subject=other`));
  const kept = 'xqzzyq &lt;b&gt;&quot;zzyyxq&quot;&lt;/b&gt; &amp; qqxzz';
  expect(form.html).toMatch(new RegExp(`<input[^>]*name="q-title"[^>]*value="${kept}"`));
  expect(form.html).toContain(`href="${asked.replaceAll('&', '&amp;')}"`);
  const other = await browser.follow(await browser.get(`${asked}&subject=log-in`));
  expect(other.html).toMatch(new RegExp(`<textarea[^>]*name="q-what-happened"[^>]*>\\s*${kept}`));
});

test.each([
  ['twice', 'searched=a&searched=b'],
  ['with line breaks and null bytes', 'searched=a%0d%0a%00b'],
  ['without end', `searched=${'a'.repeat(5_000)}`],
])('words that are taken along %s stay a line that can be asked', async (_how, query) => {
  const page = await the.browser().get(`/tickets/new/other?${query}`);
  expect(page.status).toBe(200);
  const [, value = ''] = /<input[^>]*name="q-title"[^>]*?(?:value="([^"]*)")?[^>]*>/.exec(page.html) ?? [];
  expect(value).toMatch(/^[^\p{Cc}]{0,200}$/u);
});

test('pages of results follow one another, and nothing stands on two', async () => {
  const { database } = the.needs;
  const first = await searchArticles(database, 'account', { limit: 4 });
  const second = await searchArticles(database, 'account', { limit: 4, offset: 4 });
  expect(first.total).toBe(second.total);
  const all = [...first.articles, ...second.articles].map(({ slug }) => slug);
  expect(new Set(all).size).toBe(8);
});

test('an article that is no longer published is not found, nor are its words guessed at any more', async () => {
  const { database } = the.needs;
  const word = async (text: string) =>
    database.selectFrom('article_word').select('articles').where('word', '=', text).executeTakeFirst();
  const row = await database
    .selectFrom('article')
    .select(['id', 'title', 'summary', 'body', 'keywords'])
    .where('slug', '=', 'on-leave')
    .executeTakeFirstOrThrow();
  const before = await word('leave');
  expect(await word('maternity')).toEqual({ articles: 1 });
  const index = (isPublished: boolean) =>
    inTransaction(database, (tx) => indexArticle(tx, { ...row, isPublished }));
  await index(false);
  await index(false);
  expect(await slugs('maternity')).not.toContain('on-leave');
  expect(await word('maternity')).toBeUndefined();
  expect((await word('leave'))?.articles).toBe((before?.articles ?? 0) - 1);
  await Promise.all([index(true), index(true)]);
  expect(await slugs('maternity')).toContain('on-leave');
  expect(await word('leave')).toEqual(before);
});
