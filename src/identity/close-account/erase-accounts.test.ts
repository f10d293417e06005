import { describe, expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { approveRegistration, logIn, nerys, openDesk, register } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { sealAll } from '../../../tests/support/sealed-record.ts';
import { tablesWith } from '../../../tests/support/tables-with.ts';
import { verifyAudit } from '../../audit/index.ts';
import { days, minutes } from '../../kernel/duration.ts';
import { addUsername, isUsernameTaken } from '../username.store.ts';

const username = { canonical: 'amara.o', typed: 'Amara.O', skeleton: 'amara.o' };

/** Amara, of whom every table holds something, has closed her account. */
async function closedWithTraces() {
  const the = await portal();
  const amara = await the.addPerson({ mainContactOf: 'A81001' });
  const ben = await the.addPerson({ name: 'Ben Okoro', mainContactOf: 'A81001' });
  await the.needs.database.transaction().execute((tx) => addUsername(the.needs, tx, amara.id, username));
  await the.browser().post('/log-in', { identifier: amara.email, password: 'not-it' });
  await the.browser().post('/forgotten-details', { email: amara.email });
  const browser = the.browser();
  await logIn(browser, amara);
  await browser.get('/account/data/correct');
  await browser.post('/account/data/correct', { text: 'My start date is wrong, please.' });
  await browser.post('/account/data/copy');
  await the.runDue();
  await browser.get('/account/data/close');
  await browser.post('/account/data/close', { sure: 'yes' });
  await the.runDue();
  return { the, amara, ben };
}

describe('erasure of a closed account', () => {
  test('happens by itself when its time is over, and not a minute sooner', async () => {
    const { the, amara } = await closedWithTraces();
    the.clock.advance(days(30) - minutes(1));
    await the.runDue();
    expect(await tablesWith(the, amara.email)).toContain('account_email');
    the.clock.advance(minutes(1));
    await the.runDue();
    expect(await tablesWith(the, amara.email)).toEqual(['sandbox_message']);
  });

  test('leaves no table with the name, address or username, and only the audit with the id', async () => {
    const { the, amara } = await closedWithTraces();
    the.clock.advance(days(30));
    await the.runDue();
    for (const text of ['Amara', 'amara.o', amara.email])
      expect([text, await tablesWith(the, text)]).toEqual([text, ['sandbox_message']]);
    expect(await tablesWith(the, amara.id)).toEqual(['audit_event']);
  });

  test('keeps the record of what happened whole, without any detail that can be opened', async () => {
    const { the, amara } = await closedWithTraces();
    the.clock.advance(days(30));
    await the.runDue();
    const events = await the.needs.database
      .selectFrom('audit_event')
      .select(['action', 'actor_kind'])
      .where('subject_id', '=', amara.id)
      .orderBy('position')
      .execute();
    expect(events.length).toBeGreaterThan(3);
    expect(events.at(-1)).toEqual({ action: 'account-erased', actor_kind: 'system' });
    const keys = await the.needs.database
      .selectFrom('person_key')
      .select('account_id')
      .where('account_id', '=', amara.id)
      .execute();
    expect(keys).toEqual([]);
    the.clock.advance(days(1));
    await sealAll(the, 1_000);
    const verified = await verifyAudit(the.needs);
    expect([verified.finding, verified.seals > 0, verified.notSealed]).toEqual([undefined, true, 0]);
  });

  test('touches nobody else, and what they did for others stays', async () => {
    const { the, ben } = await closedWithTraces();
    the.clock.advance(days(30));
    await the.runDue();
    await logIn(the.browser(), ben);
    const roles = await the.needs.database.selectFrom('membership').select(['account_id', 'role']).execute();
    expect(roles).toEqual([{ account_id: ben.id, role: 'main-contact' }]);
  });

  test('[L2] nobody gets the username of somebody who was erased, nor one that looks like it', async () => {
    const { the } = await closedWithTraces();
    the.clock.advance(days(30));
    await the.runDue();
    expect(await isUsernameTaken(the.needs, the.needs.database, username)).toBe(true);
    const names = await the.needs.database.selectFrom('erased_username').select('name_mac').execute();
    expect(names).toHaveLength(1);
    expect(names[0]?.name_mac).not.toContain('amara');
  });

  test('the address is free again: who registers with it has an account like anybody new', async () => {
    const { the, amara } = await closedWithTraces();
    the.clock.advance(days(30));
    await the.runDue();
    const again = await the.addPerson({ email: amara.email });
    expect(again.id).not.toBe(amara.id);
    await logIn(the.browser(), again);
  });

  test('the desk shows who did something as somebody whose account is gone', async () => {
    const { the, amara } = await closedWithTraces();
    the.clock.advance(days(30));
    await the.runDue();
    const { desk } = await atTheDesk(the);
    expect((await desk.get(`/desk/people/${amara.id}`)).status).toBe(404);
    expect((await desk.get('/desk/people?find=amara')).text).not.toContain('Amara Osei');
  });
});

describe('invitations that nobody took up', () => {
  async function invited() {
    const the = await portal({ profile: 'primary-care' });
    const { desk } = await openDesk(the);
    await register(the.browser(), nerys);
    await approveRegistration(desk);
    await the.runDue();
    return { the, desk };
  }

  const isThere = async (the: Portal) => (await tablesWith(the, nerys.email)).includes('account_email');

  test('are erased after 180 days, with the registration’s own words about the person', async () => {
    const { the } = await invited();
    the.clock.advance(days(180) - minutes(1));
    await the.runDue();
    expect(await isThere(the)).toBe(true);
    the.clock.advance(minutes(2));
    await the.runDue();
    expect(await tablesWith(the, nerys.email)).toEqual(['sandbox_message']);
    expect(await tablesWith(the, 'Quillfeather')).toEqual(['sandbox_message']);
    const registrations = await the.needs.database.selectFrom('registration').select('state').execute();
    expect(registrations).toEqual([{ state: 'approved' }]);
  });

  test('one that was sent again lately waits on', async () => {
    const { the } = await invited();
    the.clock.advance(days(170));
    const { id } = await the.needs.database
      .selectFrom('account')
      .select('id')
      .where('state', '=', 'invited')
      .executeTakeFirstOrThrow();
    const { desk } = await atTheDesk(the, 'agent', 'Hari Bose');
    await desk.get(`/desk/people/${id}/send-link`);
    await desk.post(`/desk/people/${id}/send-link`, { reason: 'Never got the first.' });
    the.clock.advance(days(20));
    await the.runDue();
    expect(await isThere(the)).toBe(true);
  });
});

test('deactivated and active accounts are never erased, however old', async () => {
  const the = await portal();
  const amara = await the.addPerson();
  const ben = await the.addPerson({ name: 'Ben Okoro' });
  const { desk } = await atTheDesk(the);
  await desk.get(`/desk/people/${ben.id}/deactivate`);
  await desk.post(`/desk/people/${ben.id}/deactivate`, { reason: 'Asked by the practice.' });
  the.clock.advance(days(4000));
  await the.runDue();
  for (const { email } of [amara, ben]) expect(await tablesWith(the, email)).toContain('account_email');
});
