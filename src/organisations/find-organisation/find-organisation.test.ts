import { expect, test } from 'vitest';
import { portal } from '../../../tests/support/portal.ts';
import { fillSandboxRegister } from '../import-register/fill-sandbox-register.ts';
import { importRegister } from '../import-register/import-register.ts';
import { practice, register } from '../import-register/register-samples.ts';

/** Somebody who types this, in a portal that holds the sandbox's register. */
async function finder() {
  const { needs, browser } = await portal({ profile: 'primary-care' });
  await fillSandboxRegister(needs);
  const person = browser();
  return async (typed: string) =>
    person.follow(await person.get(`/register-organisation?find=${encodeURIComponent(typed)}`));
}

test('[P11 P15] a unique ID leads to the practice’s name and address, whatever its spaces and case', async () => {
  const find = await finder();
  for (const typed of ['Z90001', ' z 90 001 ', 'z90-001']) {
    const page = await find(typed);
    expect(page.text).toContain('Is this your practice?');
    expect(page.text).toContain('THE ALDERBROOK SURGERY');
    expect(page.text).toContain('1 ALDER LANE');
  }
});

test('[P11] unknown, closed, dormant, a person’s code and malformed IDs each get their own words', async () => {
  const find = await finder();
  const words = [
    ['Z99999', 'That unique ID is not in our register'],
    ['Z90009', 'This practice has closed'],
    ['Z90010', 'This practice is dormant'],
    ['Z90011', 'This organisation cannot register here'],
    ['Z90012', 'This organisation cannot register here'],
    ['G1234567', 'That is a person’s own code'],
    ['Z900010010', 'That is not a whole unique ID'],
    ['Xyzzy Plugh', 'No practice found'],
    ['ZZ88 8ZZ', 'No practice found'],
  ] as const;
  for (const [typed, title] of words) expect((await find(typed)).text, typed).toContain(title);
});

test('[P11] a branch offers its practice', async () => {
  const page = await (await finder())('Z90001001');
  expect(page.text).toContain('This is a branch');
  expect(page.html).toContain('href="/register-organisation/Z90001"');
});

test('[P11] names and postcodes are found however they are spelt', async () => {
  const find = await finder();
  const names = [
    ['st oswins', "ST OSWIN'S FAMILY PRACTICE"],
    ["St. Oswin's practice", "ST OSWIN'S FAMILY PRACTICE"],
    ['quayside and harbour', 'QUAYSIDE & HARBOUR'],
    ['alderbrok surgry', 'THE ALDERBROOK SURGERY'],
    ['surgery brookminster', 'THE ALDERBROOK SURGERY'],
    ['zz99 1aa', 'THE ALDERBROOK SURGERY'],
    ['ZZ991AA', 'THE ALDERBROOK SURGERY'],
    ['zz99', 'LARKRISE HEALTH CENTRE'],
  ] as const;
  for (const [typed, name] of names) expect((await find(typed)).text, typed).toContain(name);
});

test('nothing typed is told so beside the box', async () => {
  const page = await (await finder())('');
  expect(page.status).toBe(422);
  expect(page.text).toContain('Enter a unique ID, name or postcode');
});

test('odd text finds nothing and breaks nothing', async () => {
  const find = await finder();
  for (const typed of ['%', "'; DROP TABLE organisation; --", '\u0000', '\\', '<b>', 'a'.repeat(5000)])
    expect([200, 422], typed).toContain((await find(typed)).status);
});

test('too many are told, and the list stays short', async () => {
  const { needs, browser } = await portal({ profile: 'primary-care' });
  const rows = Array.from({ length: 25 }, (_, at) =>
    practice({ code: `Z${10_000 + at}`, name: `PARK SURGERY ${at}` }),
  );
  await importRegister(needs, { bytes: register(...rows), fileName: 'x.csv', actor: 'system' });
  const page = await browser().get('/register-organisation?find=park');
  expect(page.text).toContain('There are more than 20');
  expect(page.html.match(/href="\/register-organisation\/Z/g)?.length).toBe(20);
});

test('a close date that has come counts before the next import says so', async () => {
  const { needs, browser } = await portal({ profile: 'primary-care', at: '2026-03-02T09:00Z' });
  const rows = register(practice({ code: 'Z90001', closed: '20260301' }));
  await importRegister(needs, { bytes: rows, fileName: 'x.csv', actor: 'system' });
  expect((await browser().get('/register-organisation/Z90001')).text).toContain('This practice has closed');
});

test('where organisations do not register, the page says so', async () => {
  const { browser } = await portal({ settings: { organisations: { registration: false } } });
  for (const address of ['/register-organisation', '/register-organisation/Z90001'])
    expect((await browser().get(address)).text).toContain('Practices do not register here');
});

test('[P2 P19] who follows “Ask for access” arrives at that, and who follows “Register your practice” at that', async () => {
  const run = await portal({ profile: 'primary-care' });
  await fillSandboxRegister(run.needs);
  const visitor = run.browser();
  const home = await visitor.get('/');
  const cards = [...home.html.matchAll(/href="(\/register-organisation[^"]*)"[^>]*>([^<]+)</g)];
  const arrivals = await Promise.all(
    cards.map(async ([, href = '', card]) => [card, titleOf((await visitor.get(href)).html)]),
  );
  expect(arrivals).toEqual([
    ['Register your practice', 'Register your practice'],
    ['Ask for access', 'Ask for access to a practice'],
  ]);
  const empty = await visitor.get('/register-organisation?to=ask&find=');
  expect([empty.status, titleOf(empty.html)]).toEqual([422, 'Ask for access to a practice']);
  expect(empty.html).toContain('<input type="hidden" name="to" value="ask"/>');
});

const titleOf = (html: string) => /<h1[^>]*>([^<]+)</.exec(html)?.[1];
