import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { portal } from '../../../../tests/support/portal.ts';
import { sharedPortal } from '../../../../tests/support/running-portal.ts';
import { exportArticlesTo, fillHelpCentre, importArticlesFrom } from '../../index.ts';
import { readArticleFile, writeArticleFile } from './article-file.ts';
import { starterArticlesWords } from './starter-articles.words.ts';

const categories = JSON.stringify([
  { slug: 'accounts', title: 'Your account', description: 'Log in.', position: 1 },
  { slug: 'payments', title: 'Payments', position: 2 },
]);

const locked = `---
title: My account is locked
category: accounts
summary: What to do
keywords: blocked, too many tries
question: true
position: 2
related: forgotten-password
---

Wait 15 minutes.
`;

const forgotten = `---
title: I forgot my password
category: accounts
related: my-account-is-locked, not-here
---
# Ask for a link
`;

const files = {
  'categories.json': categories,
  'accounts/my-account-is-locked.md': locked,
  'accounts/forgotten-password.md': forgotten,
};

async function folderWith(contents: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'articles-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await write(folder, contents);
  return folder;
}

async function write(folder: string, contents: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(contents)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

async function withFiles(contents: Record<string, string> = files) {
  const the = await portal();
  const folder = await folderWith(contents);
  const bringIn = async (from = folder) => {
    const said: string[] = [];
    const isIn = await importArticlesFrom(the.needs, from, (line) => void said.push(line));
    return { isIn, said };
  };
  return { the, folder, bringIn, reader: the.browser() };
}

test('[C3] files become articles that everybody reads, and a second import changes nothing', async () => {
  const { bringIn, reader } = await withFiles();
  expect(await bringIn()).toEqual({ isIn: true, said: ['Added: 2. Changed: 0. As they were: 0.'] });
  const page = await reader.get('/help/accounts/forgotten-password');
  expect(page.text).toContain('I forgot my password');
  expect(page.html).toContain('<h2 class="nhsuk-heading-m">Ask for a link</h2>');
  expect(page.text).toMatch(/Related help My account is locked/);
  expect((await reader.get('/help')).text).toMatch(/Your account Log in. 2 articles/);
  expect(await bringIn()).toEqual({ isIn: true, said: ['Added: 0. Changed: 0. As they were: 2.'] });
});

test('[C3] a changed file becomes a new version at the same address, whatever its title', async () => {
  const { bringIn, folder, reader } = await withFiles();
  await bringIn();
  await write(folder, {
    'accounts/my-account-is-locked.md': locked.replace('is locked', 'is closed to me').replace('15', '30'),
  });
  expect((await bringIn()).said).toEqual(['Added: 0. Changed: 1. As they were: 1.']);
  const page = await reader.get('/help/accounts/my-account-is-locked');
  expect(page.text).toContain('My account is closed to me');
  expect(page.text).toContain('Wait 30 minutes.');
});

test('what was changed or archived at the desk stays as it is there, and is told', async () => {
  const { the, bringIn, folder, reader } = await withFiles();
  await bringIn();
  const { desk } = await atTheDesk(the, 'editor');
  const articles = await the.needs.database
    .selectFrom('article')
    .select(['id', 'category_id'])
    .orderBy('slug')
    .execute();
  const [changed, archived] = articles.map(({ id }) => `/desk/articles/${id}`);
  const text = { title: 'I forgot my password', category: articles[0]?.category_id ?? '', body: 'Ours now.' };
  await desk.post(`${changed}/edit`, { ...text, basedOn: '1', do: 'publish' });
  await desk.post(`${archived}/archive`);
  await write(folder, {
    'accounts/my-account-is-locked.md': locked.replace('15', '30'),
    'accounts/forgotten-password.md': forgotten.replace('a link', 'a new link'),
  });
  expect((await bringIn()).said).toEqual([
    'accounts/forgotten-password.md: left alone, because the article was changed at the desk.',
    'accounts/my-account-is-locked.md: left alone, because the article was changed at the desk.',
    'Added: 0. Changed: 0. As they were: 0.',
  ]);
  expect((await reader.get('/help/accounts/forgotten-password')).text).toContain('Ours now.');
});

test('a file whose address another article has is left out, and told', async () => {
  const { bringIn, folder } = await withFiles();
  await bringIn();
  await write(folder, { 'other/my-account-is-locked.md': locked });
  expect((await bringIn()).said).toEqual([
    'other/my-account-is-locked.md: left out, because another article has this address.',
    'Added: 0. Changed: 0. As they were: 2.',
  ]);
});

test('what is written out comes in again elsewhere, word for word', async () => {
  const { the, bringIn } = await withFiles();
  await bringIn();
  const out = await folderWith({});
  await exportArticlesTo(the.needs, out, () => undefined);
  expect((await readdir(out, { recursive: true })).sort()).toEqual([
    'accounts',
    'accounts/forgotten-password.md',
    'accounts/my-account-is-locked.md',
    'categories.json',
  ]);
  expect(await readFile(join(out, 'accounts/my-account-is-locked.md'), 'utf8')).toBe(locked);
  expect((await bringIn(out)).said).toEqual(['Added: 0. Changed: 0. As they were: 2.']);
  const elsewhere = await portal();
  expect(await importArticlesFrom(elsewhere.needs, out, () => undefined)).toBe(true);
  const page = await elsewhere.browser().get('/help/accounts/forgotten-password');
  expect(page.text).toMatch(/Related help My account is locked/);
});

test('mistakes are told by file and line, all at once, and then nothing is brought in', async () => {
  const { bringIn, reader } = await withFiles({
    ...files,
    'accounts/no-facts.md': 'Only text',
    'accounts/wrong.md': '---\ntitle: One\ntitle: Two\ncolour: red\nno colon\n---\nText',
    'accounts/missing.md': '---\nquestion: perhaps\nposition: first\n---\n',
    'accounts/Odd Name.md': locked,
    'accounts/lost.md': '---\ntitle: Lost\ncategory: nowhere\n---\nText',
  });
  const { isIn, said } = await bringIn();
  expect(isIn).toBe(false);
  expect(said).toEqual([
    'accounts/Odd Name.md, line 1: the name of the file must be lower case letters, numbers and hyphens, and end in .md',
    'accounts/missing.md, line 1: "title" is missing',
    'accounts/missing.md, line 1: "category" is missing',
    'accounts/missing.md, line 2: "question" must be true or false',
    'accounts/missing.md, line 3: "position" must be a whole number',
    'accounts/missing.md, line 5: the article has no text',
    'accounts/no-facts.md, line 1: the file must begin with a line of three hyphens (---)',
    'accounts/wrong.md, line 3: "title" is there twice',
    'accounts/wrong.md, line 4: nobody knows "colour"; known are title, category, summary, keywords, question, position, related',
    'accounts/wrong.md, line 5: write a name, a colon and a value, like "title: I cannot log in"',
    'accounts/lost.md, line 1: categories.json has no category "nowhere"',
    'Nothing was brought in. Put this right first.',
  ]);
  expect((await reader.get('/help')).text).toContain('There are no help articles yet');
});

test('a folder without articles, or a list of categories that is none, is told', async () => {
  const { the } = await withFiles();
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  expect(await importArticlesFrom(the.needs, '/nowhere/at/all', say)).toBe(false);
  const odd = await folderWith({ ...files, 'categories.json': '{' });
  expect(await importArticlesFrom(the.needs, odd, say)).toBe(false);
  const hiding = categories.replace('"accounts"', '"search"');
  const hidden = await folderWith({ ...files, 'categories.json': hiding });
  expect(await importArticlesFrom(the.needs, hidden, say)).toBe(false);
  expect(said.join(' ')).toContain('is a page of the help centre already');
  expect(said[0]).toBe('There is no folder /nowhere/at/all, or it holds no folder with articles.');
  expect(said[1]).toMatch(/^categories.json, line 1: this is no list of categories/);
});

test('a file reads as it was written, with the line ends of any system', () => {
  const { problems } = starterArticlesWords.en;
  const read = readArticleFile(locked.replaceAll('\n', '\r\n'), problems);
  expect('file' in read && writeArticleFile(read.file)).toBe(locked);
});

test('an installation that has articles gets none of ours', async () => {
  const { the, bringIn } = await withFiles();
  await bringIn();
  const before = await the.needs.database.selectFrom('article').select('id').execute();
  await fillHelpCentre(the.needs, () => undefined);
  expect(await the.needs.database.selectFrom('article').select('id').execute()).toEqual(before);
});

describe('about NHS login, as patients read it', () => {
  const the = sharedPortal({ profile: 'patient-portal' });
  beforeAll(() => fillHelpCentre(the().needs, () => undefined));

  test('[C3] a new installation begins with the articles of its sets, and only once', async () => {
    const sources = () => the().needs.database.selectFrom('article').select(['id', 'source']).execute();
    const first = await sources();
    const sets = new Set(first.map(({ source }) => source?.split('/')[0]));
    expect([...sets].sort()).toEqual([...the().settings.helpCentre.sets].sort());
    await fillHelpCentre(the().needs, () => undefined);
    expect(await sources()).toEqual(first);
  });

  const helpCentre = 'https://help.login.nhs.uk/';
  const contact = 'https://help.login.nhs.uk/contact';
  const itsSettings = 'https://settings.login.nhs.uk/';

  /** What each has to say, in order, and where it leads besides. */
  const needed: [promise: string, slug: string, says: RegExp[], leadsTo: string[]][] = [
    [
      '[N2 N10] whoever has no NHS login reads how to get one',
      'what-is-nhs-login',
      [
        /same one that you use in the NHS App/,
        /Get one/,
        /set it up in the NHS App/,
        /choose a password/,
        /Prove who you are/,
      ],
      [],
    ],
    [
      '[N3 N10] whoever cannot log in sees whether the trouble is at NHS login or here',
      'nhs-login-or-us',
      [
        /ends? in login\.nhs\.uk\? Then NHS login can help, and we cannot/,
        /our own page\? Then we can help/,
        /NHS App with the same details/,
      ],
      ['/contact'],
    ],
    [
      '[N4 N10] a forgotten NHS login password: the steps, spam, and that nothing here resets it',
      'forgotten-nhs-login-password',
      [/no button for it here/, /the link for people who forgot it/, /spam or junk/, /choose a new password/],
      [],
    ],
    [
      '[N5 N10] a code that does not come: by text, by email and in the NHS App, each with what to check',
      'nhs-login-code-not-received',
      [/By text .*has signal.*newest one/, /By email .*spam or junk/, /In the NHS App .*notifications/],
      [],
    ],
    [
      '[N6 N10] changed details lead to the settings of NHS login',
      'change-nhs-login-details',
      [/NHS login settings/, /email address, password or phone number/],
      [itsSettings],
    ],
    [
      '[N7 N10] whoever is locked out waits, follows what NHS login says, or asks NHS login',
      'locked-out-of-nhs-login',
      [
        /how long to wait/,
        /how to unlock your account, do that/,
        /Try once more later/,
        /Only NHS login can help/,
        /We cannot unlock it/,
      ],
      [],
    ],
    [
      '[N8 N10] a new number: through NHS login, by its contact for who cannot get in, and the hospital apart',
      'changed-phone-number-nhs-login',
      [
        /You can still get in .*Change the number/,
        /You cannot get in any more .*Only NHS login can help/,
        /The hospital has your old number too .*kept apart/,
      ],
      [itsSettings],
    ],
    [
      '[N10] what nobody here can do is said: reset, change, unlock, verify',
      'what-we-cannot-change',
      [
        /choose a new password for it, or reset it/,
        /phone number or email address/,
        /unlock it/,
        /check who you are/,
      ],
      [itsSettings],
    ],
  ];

  test.each(needed)('%s', async (_promise, slug, says, leadsTo) => {
    const page = await the().browser().get(`/help/nhs-login/${slug}`);
    expect(page.status).toBe(200);
    const article = page.html.slice(page.html.indexOf('<article>'), page.html.indexOf('</article>'));
    const text = article.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    for (const needs of says) expect(text).toMatch(needs);
    for (const address of [helpCentre, contact, ...leadsTo]) expect(article).toContain(`href="${address}"`);
    expect(article).not.toMatch(/<(form|button|input)\b/);
    expect((await the().browser().get('/help/nhs-login')).html).toContain(`href="/help/nhs-login/${slug}"`);
  });

  test('[N7] no number of tries or minutes is invented', async () => {
    const { body } = await the()
      .needs.database.selectFrom('article')
      .select('body')
      .where('slug', '=', 'locked-out-of-nhs-login')
      .executeTakeFirstOrThrow();
    expect(body.replace(/^\d+\. /gm, '')).not.toMatch(/\d|\b(two|three|four|five|ten|fifteen|thirty)\b/i);
  });
});
