import { expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import type { HeldFactor } from '../../../tests/support/person-codes.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { minutes } from '../../kernel/duration.ts';
import { listFactors } from '../second-factors/factor.store.ts';

const base = '/account/security';
const everyone = { secondFactor: { needed: 'everyone', textAlone: true } };

async function owner(factors: readonly HeldFactor[]) {
  const the = await portal({ settings: everyone });
  const amara = await the.addPerson({ factors });
  const browser = the.browser();
  await logIn(browser, amara);
  return { the, amara, browser };
}

const all = ({ needs }: Portal, { id }: AddedPerson) => listFactors(needs.database, id, 'portal');

test('race: of two removals that would each leave the other one only, the first is done and the second refused', async () => {
  const { the, amara, browser } = await owner(['authenticator', 'text']);
  const addresses = (await all(the, amara)).map(({ id }) => `${base}/${id}/remove`);
  for (const address of addresses) await browser.get(address);
  const answers = await Promise.all(addresses.map((address) => browser.post(address)));
  expect(answers.filter(({ location }) => location === `${base}?done=removed`)).toHaveLength(1);
  expect(await all(the, amara)).toHaveLength(1);
});

test('what is another person’s is not found, and stays as it is', async () => {
  const { the, browser } = await owner(['authenticator', 'text']);
  const other = await the.addPerson({ name: 'Ada Lis', factors: ['authenticator', 'text'] });
  const before = await all(the, other);
  await browser.get(base);
  for (const { id } of before)
    for (const what of ['rename', 'remove', 'prefer']) {
      expect((await browser.get(`${base}/${id}/${what}`)).status).toBe(404);
      const sent = await browser.post(`${base}/${id}/${what}`, { name: 'Mine now' });
      expect([303, 404]).toContain(sent.status);
    }
  expect((await browser.get(`${base}/nonsense/remove`)).status).toBe(404);
  expect(await all(the, other)).toEqual(before);
});

test('a number is never put in the place of another person’s', async () => {
  const { the, browser } = await owner(['authenticator']);
  const other = await the.addPerson({ name: 'Ada Lis', factors: ['text'] });
  const [theirs] = await all(the, other);
  const page = await browser.get(`${base}/add/text?replaces=${theirs?.id}`);
  expect(page.text).not.toContain('Change the number');
  await browser.post(`${base}/add/text`, { phone: '07700 900 888', replaces: theirs?.id ?? '' });
  const [begun] = await the.needs.database.selectFrom('factor_setup').selectAll().execute();
  expect(begun).toMatchObject({ replaces: null });
});

test('a proof that is too old changes nothing, whatever is sent', async () => {
  const { the, amara, browser } = await owner(['authenticator', 'text']);
  const before = await all(the, amara);
  const addresses = before.flatMap(({ id }) =>
    ['rename', 'remove', 'prefer'].map((what) => `${base}/${id}/${what}`),
  );
  await browser.get(base);
  await browser.get(addresses[0] ?? '');
  the.clock.advance(minutes(11));
  for (const address of [...addresses, `${base}/add`, `${base}/add/text`, `${base}/add/codes`])
    expect((await browser.post(address, { name: 'Other', way: 'recovery-codes' })).location).toContain(
      '/account/confirm',
    );
  expect(await all(the, amara)).toEqual(before);
  expect(await the.needs.database.selectFrom('factor_setup').selectAll().execute()).toEqual([]);
});

test('a form that did not come from our page changes nothing', async () => {
  const { the, amara, browser } = await owner(['authenticator', 'text']);
  const before = await all(the, amara);
  for (const { id } of before)
    for (const what of ['rename', 'remove', 'prefer']) {
      browser.forgetToken();
      expect((await browser.post(`${base}/${id}/${what}`, { name: 'Forged' })).status).toBe(422);
    }
  expect(await all(the, amara)).toEqual(before);
});

test('a session that was ended elsewhere changes nothing more, though its page is still open', async () => {
  const { the, amara, browser } = await owner(['authenticator', 'text']);
  const [first] = await all(the, amara);
  await browser.get(`${base}/${first?.id}/remove`);
  await the.needs.database.updateTable('session').set({ ended_at: the.clock.now() }).execute();
  expect((await browser.post(`${base}/${first?.id}/remove`)).location).toMatch(/^\/log-in/);
  expect(await all(the, amara)).toHaveLength(2);
});
