import { readdir, readFile } from 'node:fs/promises';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { profilesFolder } from '../../src/platform/settings/profile.ts';
import { settingsSchema } from '../../src/platform/settings/settings.ts';
import { readingAge, sentencesOf, wordsOf } from '../support/reading-age.ts';

const folder = 'content/help';

interface StarterArticle {
  set: string;
  slug: string;
  facts: Record<string, string>;
  body: string;
}

async function readArticles(): Promise<StarterArticle[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    names.map(async (name) => {
      const [set = '', file = ''] = name.split('/');
      const [, head = '', body = ''] = (await readFile(`${folder}/${name}`, 'utf8')).split(/^---\n/m);
      const facts = head
        .trim()
        .split('\n')
        .map((line) => line.split(/: (.*)/).slice(0, 2));
      return {
        set,
        slug: file.replace('.md', ''),
        facts: Object.fromEntries(facts) as Record<string, string>,
        body,
      };
    }),
  );
}

const articles = await readArticles();
const categories = z
  .array(z.object({ slug: z.string(), title: z.string(), description: z.string(), position: z.number() }))
  .parse(JSON.parse(await readFile(`${folder}/categories.json`, 'utf8')));
const profiles = await Promise.all(
  (await readdir(profilesFolder)).map(async (file) => ({
    profile: file.replace('.json', ''),
    settings: settingsSchema.parse(JSON.parse(await readFile(`${profilesFolder}/${file}`, 'utf8'))),
  })),
);
const nameOf = ({ set, slug }: StarterArticle) => `${set}/${slug}`;
const listed = (text = '') =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
const ofSets = (sets: readonly string[]) => articles.filter(({ set }) => sets.includes(set));

/** What each line, heading or step says, without marks and addresses. */
const linesOf = (body: string): string[] =>
  new MarkdownIt()
    .parse(body, {})
    .filter(({ type }) => type === 'inline')
    .map(({ children }) => (children ?? []).map(({ content }) => content || ' ').join(''));

const linksOf = (body: string): string[] =>
  new MarkdownIt()
    .parse(body, {})
    .flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type === 'link_open')
    .map((link) => String(link.attrGet('href')));

test.each(articles.map((article) => [nameOf(article), article] as const))(
  '[C3] %s says what it is about, in which category, and how else it is asked',
  (_name, { facts }) => {
    expect(facts).toMatchObject({
      title: expect.stringMatching(/^.{5,80}$/),
      summary: expect.stringMatching(/^.{20,120}[.?]$/),
      keywords: expect.stringMatching(/,/),
      position: expect.stringMatching(/^\d+$/),
      related: expect.stringMatching(/^[a-z0-9-]/),
    });
    expect(categories.map(({ slug }) => slug)).toContain(facts.category);
  },
);

const oldest = 11;
test.each(articles.map((article) => [nameOf(article), article] as const))(
  '[C3] %s can be read at the age of eleven, in two minutes',
  (_name, { facts, body }) => {
    const sentences = sentencesOf([facts.title ?? '', facts.summary ?? '', ...linesOf(body)]);
    expect(readingAge(sentences)).toBeLessThanOrEqual(oldest);
    const words = linesOf(body).flatMap(wordsOf).length;
    expect(words).toBeGreaterThanOrEqual(80);
    expect(words).toBeLessThanOrEqual(300);
  },
);

test('a text of long words and sentences would be found out', () => {
  const official =
    'Notwithstanding any alternative communication preferences previously indicated, authentication credentials necessitate periodic reconfiguration in accordance with organisational information-governance requirements.';
  expect(readingAge([official])).toBeGreaterThan(20);
  expect(readingAge(['The cat sat on the mat.'])).toBeLessThan(7);
});

test('[C3] what is linked is there: pages of ours, articles of the sets that come along, and no telephone numbers', async () => {
  const addresses = await readFile('docs/running/addresses.md', 'utf8');
  for (const { profile, settings } of profiles) {
    const here = ofSets(settings.helpCentre.sets);
    const known = new Set(here.map(({ facts, slug }) => `/help/${facts.category}/${slug}`));
    const broken = here.flatMap((article) =>
      linksOf(article.body)
        .filter((link) => !known.has(link) && !addresses.includes(`\`${link}\``) && !/^https:\/\//.test(link))
        .map((link) => `${profile}: ${nameOf(article)} leads to ${link}`),
    );
    expect(broken).toEqual([]);
  }
  expect(articles.filter(({ body }) => /\b0\d{3,4} ?\d{3}/.test(body.replace('07111111111', '')))).toEqual(
    [],
  );
});

test('[C3] related articles come along in every profile', () => {
  for (const { settings } of profiles) {
    const here = ofSets(settings.helpCentre.sets);
    const slugs = new Set(here.map(({ slug }) => slug));
    const missing = here.flatMap((article) =>
      listed(article.facts.related)
        .filter((slug) => !slugs.has(slug) || slug === article.slug)
        .map((slug) => `${nameOf(article)} → ${slug}`),
    );
    expect(missing).toEqual([]);
    expect(slugs.size).toBe(here.length);
  }
});

test('[C3] every profile has articles in all its sets, six to ten frequently asked questions, and those its subjects offer', () => {
  for (const { profile, settings } of profiles) {
    const { sets } = settings.helpCentre;
    for (const set of sets) expect(ofSets([set]).length, `${profile}: ${set}`).toBeGreaterThan(2);
    const slugs = ofSets(sets).map(({ slug }) => slug);
    for (const { articles: offered = [] } of settings.tickets.subjects)
      for (const slug of offered) expect(slugs, profile).toContain(slug);
    const asked = ofSets(sets).filter(({ facts }) => facts.question === 'true').length;
    expect(asked, `questions of ${profile}`).toBeGreaterThanOrEqual(6);
    expect(asked, `questions of ${profile}`).toBeLessThanOrEqual(10);
  }
});

test('[N4 N5 N6 N7 N8 N9 N10] every article about NHS login leads to its help centre, and gives no number to call', () => {
  for (const { body } of ofSets(['nhs-login'])) expect(linksOf(body)).toContain('https://help.login.nhs.uk/');
});
