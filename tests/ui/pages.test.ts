import { describe, expect, test } from 'vitest';
import { renderPage } from '../../src/ui/index.ts';
import { escapedWords } from '../support/escaped-words.ts';
import { problemsOfHtml } from '../support/valid-html.ts';
import { everyPage, facts } from './every-page.tsx';
import { aVisit, staffVisit } from './visits.ts';

const addresses = Object.keys(everyPage(aVisit()));

describe.each([
  ['a visitor', aVisit()],
  ['staff', staffVisit()],
  ['a visitor of the NHS theme', aVisit({ service: { ...aVisit().service, theme: 'nhs' }, sandbox: false })],
])('for %s', (_who, visit) => {
  test.each(addresses)('%s is valid HTML', async (address) => {
    expect(await problemsOfHtml(renderPage(pageAt(address, visit), visit))).toEqual([]);
  });
});

test.each(addresses)('every word of %s comes from a catalogue', (address) => {
  const visit = aVisit({ language: 'pseudo' });
  const html = renderPage(pageAt(address, visit), visit);
  expect(escapedWords(html, data)).toEqual([]);
});

test('a word that is not in a catalogue would be found', () => {
  const visit = aVisit({ language: 'pseudo' });
  expect(escapedWords(renderPage({ title: '⟦a⟧', body: 'stray' }, visit), data)).toEqual(['stray']);
});

test('a title begins with Error when the form has errors, and ends with the service', () => {
  const html = renderPage(pageAt('/form-with-errors', aVisit()), aVisit());
  expect(html).toContain('<title>Error: Every field – Primary Care Portal</title>');
  expect(renderPage(pageAt('/form', aVisit()), aVisit())).toContain('<title>Every field – Primary');
});

test('every POST form carries the token, and only those', () => {
  const html = renderPage(pageAt('/form', staffVisit()), staffVisit());
  const forms = html.match(/<form [^>]*method="post"/g) ?? [];
  const tokens = html.match(/name="csrf" value="token-of-this-visit"/g) ?? [];
  expect(forms).toHaveLength(2);
  expect(tokens).toHaveLength(2);
});

test('logged out there is a way in at the top, logged in the person and a way out', () => {
  const out = renderPage(pageAt('/', aVisit()), aVisit());
  expect(out).toMatch(/<a class="gh-header__link gh-header__log-in" href="\/log-in">Log in<\/a>/);
  const inside = renderPage(pageAt('/', staffVisit()), staffVisit());
  expect(inside).toContain('Morgan Achterberg-Featherstonehaugh</a>');
  expect(inside).toMatch(/<form [^>]*action="\/log-out" method="post"/);
  expect(inside).not.toContain('href="/log-in"');
});

test('the sandbox is announced on every page, and only in a sandbox', () => {
  for (const address of addresses)
    expect(renderPage(pageAt(address, aVisit()), aVisit())).toContain('<aside class="gh-sandbox"');
  const real = aVisit({ sandbox: false });
  for (const address of addresses) expect(renderPage(pageAt(address, real), real)).not.toContain('/sandbox');
});

test('an ending gives its reference, and says when to try again', () => {
  expect(renderPage(pageAt('/status-500', aVisit()), aVisit())).toContain('7F3K-22QD');
  expect(renderPage(pageAt('/status-429', aVisit()), aVisit())).toContain('Try again in 5 minutes.');
});

test('what an operator must still fill in is marked', () => {
  const html = renderPage(pageAt('/privacy', aVisit()), aVisit());
  expect(html).toContain(`<mark class="gh-gap">${facts.operator}</mark>`);
  expect(html).not.toMatch(/(?<!<mark class="gh-gap">)\[\w/);
});

test('the neutral theme holds nothing of the NHS', () => {
  const visible = addresses.map((address) => renderPage(pageAt(address, aVisit()), aVisit())).join('');
  expect(visible.replace(/nhsuk-[\w-]+/g, '')).not.toMatch(/\bnhs\b|frutiger/i);
});

function pageAt(address: string, visit: ReturnType<typeof aVisit>) {
  const page = everyPage(visit)[address];
  if (!page) throw new Error(`No page at ${address}`);
  return page;
}

/** Names and numbers of the facts. */
const data = [
  facts.serviceName,
  facts.operator,
  facts.support.email,
  facts.support.phone,
  '7F3K-22QD',
  'gatehouse-65535-registration',
  '__Host-gatehouse-device',
  'Asha Rao',
  'x'.repeat(205),
];
