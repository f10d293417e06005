import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { addAuthenticator, addNumber } from '../../../tests/support/factors.ts';
import { enterCode, enterPassword, logIn } from '../../../tests/support/main-job.ts';
import type { HeldFactor } from '../../../tests/support/person-codes.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { someoneWaits } from '../../../tests/support/someone-waits.ts';
import { minutes } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { lockAccount } from '../account.store.ts';
import { freezeChanges } from '../freeze.store.ts';
import { listFactors } from '../second-factors/factor.store.ts';

/** Amara has logged in, and holds the notice of it, whose link is older than all that follows. */
async function warned(factors: HeldFactor[]) {
  const the = await portal();
  const amara = await the.addPerson({ factors });
  await logIn(the.browser(), amara);
  the.clock.advance(minutes(1));
  await logIn(the.browser(), amara);
  const notice = (await the.inbox(amara.email)).find(
    ({ subject }) => subject === 'New log in to your account',
  );
  the.clock.advance(minutes(1));
  return { the, amara, link: notice?.links.find((each) => each.includes('/not-me')) ?? '' };
}

async function sayNotMe(the: Portal, link: string) {
  const owner = the.browser();
  await owner.get(link);
  return owner.post('/not-me', { link: link.split('link=')[1] ?? '' });
}

const kindsOf = async (the: Portal, { id }: AddedPerson) =>
  (await listFactors(the.needs.database, id, 'portal')).map(({ kind }) => kind).sort();

const remove = ({ needs }: Portal, kind: 'authenticator' | 'text') =>
  needs.database
    .updateTable('factor')
    .set({ removed_at: needs.clock.now() })
    .where('kind', '=', kind)
    .execute();

test('[C4] what a thief added since is gone, and what they removed is back', async () => {
  const { the, amara, link } = await warned(['authenticator']);
  await addNumber(the.needs, { account: amara.id }, '+447700900666');
  await remove(the, 'authenticator');
  expect(await kindsOf(the, amara)).toEqual(['text']);
  await sayNotMe(the, link);
  expect(await kindsOf(the, amara)).toEqual(['authenticator']);
  const { desk } = await atTheDesk(the);
  const person = await desk.get(`/desk/people/${amara.id}`);
  for (const words of [
    'Changes are frozen',
    'Text message to the number that ends in 666 Removed by “this was not me”',
    'Way to get a code back after “this was not me”',
  ])
    expect(person.text.replace(/ State /g, ' ')).toContain(words);
});

test('an old link in a stolen mailbox does not do away with the only way: it stays, and staff look', async () => {
  const { the, amara, link } = await warned([]);
  await addAuthenticator(the.needs, { account: amara.id });
  await sayNotMe(the, link);
  expect(await kindsOf(the, amara)).toEqual(['authenticator']);
  const { desk } = await atTheDesk(the);
  expect((await desk.get(`/desk/people/${amara.id}`)).text).toContain('staff must look at those there are');
});

test('what was there before the link was made stays as it is, however often it is said', async () => {
  const { the, amara, link } = await warned(['authenticator', 'text']);
  await sayNotMe(the, link);
  await sayNotMe(the, link);
  expect(await kindsOf(the, amara)).toEqual(['authenticator', 'text']);
});

test('it speaks of one account: another’s ways, sessions and log ins stay', async () => {
  const { the, link } = await warned(['authenticator']);
  const bilal = await the.addPerson({ name: 'Bilal Khan', factors: ['authenticator'] });
  const browser = the.browser();
  await logIn(browser, bilal);
  const other = the.browser();
  await enterPassword(other, bilal);
  await addNumber(the.needs, { account: bilal.id });
  await sayNotMe(the, link);
  expect(await kindsOf(the, bilal)).toEqual(['authenticator', 'text']);
  expect((await browser.get('/account')).status).toBe(200);
  expect((await other.get('/log-in/code')).status).toBe(200);
});

test('a log in that waits for its code has to begin again', async () => {
  const { the, amara, link } = await warned(['authenticator']);
  const thief = the.browser();
  await enterPassword(thief, amara);
  await sayNotMe(the, link);
  expect((await enterCode(thief, amara.codes.authenticator())).location).toMatch(/^\/log-in\?waited=/);
});

test('until staff have looked nothing that lets a person in is changed; a new password by mail works', async () => {
  const { the, amara, link } = await warned(['authenticator']);
  await sayNotMe(the, link);
  const owner = the.browser();
  const reset = (await the.inbox(amara.email))
    .flatMap(({ links }) => links)
    .find((each) => each.includes('/reset-password'));
  await owner.get(reset ?? '');
  const password = 'Seven-quiet-rivers-7';
  await owner.post('/reset-password', { link: reset?.split('link=')[1] ?? '', password });
  expect((await logIn(owner, { ...amara, password })).status).toBe(200);
  for (const [address, typed] of [
    ['/account/details/email', { email: 'new@elsewhere.example' }],
    ['/account/profile/phone', { phone: '07700 900 555' }],
  ] as const) {
    await owner.get(address);
    const refused = await owner.post(address, typed);
    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining('cannot be changed until support has looked'),
    ]);
  }
});

test('race: a change that waits while the account is being frozen is refused', async () => {
  const the = await portal();
  const amara = await the.addPerson();
  const browser = the.browser();
  await logIn(browser, amara);
  await browser.get('/account/profile/phone');
  const { database, clock } = the.needs;
  const late = await inTransaction(database, async (tx) => {
    await lockAccount(tx, amara.id);
    const answer = browser.post('/account/profile/phone', { phone: '07700 900 555' });
    await someoneWaits(database);
    await freezeChanges(tx, amara.id, clock.now());
    return { answer };
  });
  expect((await late.answer).status).toBe(422);
  const kept = await database.selectFrom('account').select('phone').where('id', '=', amara.id).execute();
  expect(kept).toEqual([{ phone: null }]);
});

test('staff allow changes again with a reason and their own password, and the owner is told', async () => {
  const { the, amara, link } = await warned(['authenticator']);
  await sayNotMe(the, link);
  const { desk, password } = await atTheDesk(the);
  const address = `/desk/people/${amara.id}/allow-changes`;
  the.clock.advance(minutes(11));
  expect((await desk.get(address)).location).toMatch(/^\/desk\/confirm\?next=/);
  await desk.get('/desk/confirm');
  await desk.post('/desk/confirm', { password, next: address });
  const empty = await desk.post(address, { reason: '' });
  expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Enter a reason')]);
  const reason = 'Spoke with her on the number of the practice.';
  const done = await desk.follow(await desk.post(address, { reason }));
  expect(done.text).toContain('Changes are allowed again.');
  expect(done.text).not.toContain('Changes are frozen');
  expect((await the.inbox(amara.email))[0]?.subject).toBe('Your account can be changed again');
  const twice = await desk.follow(await desk.post(address, { reason }));
  expect(twice.text).toContain('Changes were allowed already.');
});

test('what staff have looked at is settled: an older notice freezes nothing again', async () => {
  const { the, amara, link: older } = await warned(['authenticator']);
  await logIn(the.browser(), amara);
  const [newest] = await the.inbox(amara.email);
  await sayNotMe(the, newest?.links.find((each) => each.includes('/not-me')) ?? '');
  const { desk } = await atTheDesk(the);
  const address = `/desk/people/${amara.id}/allow-changes`;
  await desk.get(address);
  await desk.post(address, { reason: 'Spoke with her on the number of the practice.' });
  expect((await sayNotMe(the, older)).status).toBe(410);
  expect((await desk.get(`/desk/people/${amara.id}`)).text).not.toContain('Changes are frozen');
});
