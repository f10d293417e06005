import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { type Portal, portal } from '../../../../tests/support/portal.ts';
import { addMembership } from '../../../identity/index.ts';
import type { AccountId } from '../../../kernel/ids.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { ensureOperator } from '../../operator.store.ts';
import { type AccountAction, accountActions } from './account-actions.ts';

const reason = 'Asked by telephone, identity checked';
const somebody = '01890000-0000-7000-8000-000000000000';

/** The portal with one of each kind of person, and a browser for each kind of asker. */
async function everybody() {
  const it = await portal({ profile: 'primary-care' });
  const amara = await it.addPerson({ mainContactOf: 'Z90002' });
  const contact = it.browser();
  await contact.follow(await contact.post('/log-in', { identifier: amara.email, password: amara.password }));
  const agent = await atTheDesk(it, 'agent');
  const otherAgent = await atTheDesk(it, 'agent', 'Rhys Morgan');
  const administrator = await atTheDesk(it, 'administrator');
  const otherAdministrator = await atTheDesk(it, 'administrator', 'Ines Duarte');
  const askers = {
    anonymous: it.browser(),
    contact,
    agent: agent.desk,
    administrator: administrator.desk,
  };
  const targets = { amara, agent, otherAgent, administrator, otherAdministrator };
  return { it, askers, targets };
}

type Everybody = Awaited<ReturnType<typeof everybody>>;
type Asker = keyof Everybody['askers'];
type Target = keyof Everybody['targets'];

/** What each asker gets for acting on each account; 303 to the log in page is told apart from 303 as an answer. */
const allowed: Record<Asker, readonly Target[]> = {
  anonymous: [],
  contact: [],
  agent: ['amara', 'otherAgent'],
  administrator: ['amara', 'agent', 'otherAgent', 'otherAdministrator'],
};

/** Closing leads to erasure, so agents leave it to administrators. */
const allowedTo = (action: AccountAction) => (action === 'close' ? { ...allowed, agent: [] } : allowed);

test.each(accountActions)('only the staff whom the policy names may %s, and only others', async (action) => {
  const { it, askers, targets } = await everybody();
  for (const [asker, browser] of Object.entries(askers)) {
    for (const [target, { id }] of Object.entries(targets)) {
      const may = (allowedTo(action)[asker as Asker] as readonly Target[]).includes(target as Target);
      const page = await browser.get(`/desk/people/${id}/${action}`);
      expect([asker, target, page.status]).toEqual([asker, target, expectedPage(asker as Asker, may)]);
      const answer = await browser.post(`/desk/people/${id}/${action}`, { reason });
      const went = answer.location?.startsWith('/desk/people/') ?? false;
      expect([asker, target, went]).toEqual([asker, target, may]);
      if (may) await restart(it, id);
    }
  }
});

const expectedPage = (asker: Asker, may: boolean): number => {
  if (asker === 'anonymous' || asker === 'contact') return 303;
  return may ? 200 : 403;
};

/** So that one asker's turn leaves the next one the same people. */
const restart = ({ needs }: Portal, id: AccountId) =>
  needs.database
    .updateTable('account')
    .set({ state: 'active', deactivated_because: null })
    .where('id', '=', id)
    .execute();

test('the desk sends whoever is not logged in as staff to the staff log in, and the portal session is no key', async () => {
  const { it, askers, targets } = await everybody();
  const operator = await inTransaction(it.needs.database, (tx) => ensureOperator(it.needs, tx));
  await inTransaction(it.needs.database, (tx) =>
    addMembership(tx, it.needs.ids, {
      accountId: targets.amara.id,
      organisationId: operator,
      service: 'support',
      role: 'administrator',
      givenBy: null,
      now: it.clock.now(),
    }),
  );
  const addresses = [
    '/desk',
    '/desk/tasks',
    '/desk/people',
    `/desk/people/${targets.agent.id}`,
    '/desk/staff',
  ];
  for (const address of addresses) {
    for (const browser of [askers.anonymous, askers.contact]) {
      const answer = await browser.get(address);
      expect(answer).toMatchObject({ status: 303 });
      expect(answer.location).toMatch(/^\/log-in\/staff\?next=/);
    }
  }
  expect((await askers.contact.get('/account')).status).toBe(200);
});

test('a portal session copied into the staff cookie opens nothing', async () => {
  const { askers } = await everybody();
  const token = askers.contact.cookies.get('gatehouse-3000-session') ?? '';
  expect(token).not.toBe('');
  askers.anonymous.cookies.set('gatehouse-3000-support-session', token);
  expect((await askers.anonymous.get('/desk')).location).toMatch(/^\/log-in\/staff/);
});

test('deactivated staff lose the desk on their next request', async () => {
  const { askers, targets } = await everybody();
  expect((await askers.agent.get('/desk')).status).toBe(200);
  await askers.administrator.post(`/desk/people/${targets.agent.id}/deactivate`, { reason });
  expect((await askers.agent.get('/desk')).location).toMatch(/^\/log-in\/staff/);
  const refused = await askers.agent.post(`/desk/people/${targets.amara.id}/deactivate`, { reason });
  expect(refused.location).toMatch(/^\/log-in\/staff/);
});

test('of two staff who unlock at once one does it, and the owner is told once', async () => {
  const { it, askers, targets } = await everybody();
  const { amara } = targets;
  const stranger = it.browser({ address: '203.0.113.9' });
  for (let tries = 0; tries < 5; tries += 1)
    await stranger.post('/log-in', { identifier: amara.email, password: 'wrong' });
  await it.inbox();
  const address = `/desk/people/${amara.id}/unlock`;
  const answers = await Promise.all([
    askers.agent.post(address, { reason }),
    askers.administrator.post(address, { reason }),
  ]);
  expect(answers.map(({ location }) => location?.split('done=')[1]).sort()).toEqual([
    'already-open',
    'unlocked',
  ]);
  const told = (await it.inbox(amara.email)).filter(({ subject }) => subject.startsWith('You can enter'));
  expect(told).toHaveLength(1);
});

test('two administrators who deactivate each other at once leave one of them', async () => {
  const it = await portal();
  const tomasz = await atTheDesk(it, 'administrator');
  const ines = await atTheDesk(it, 'administrator', 'Ines Duarte');
  await Promise.all([
    tomasz.desk.post(`/desk/people/${ines.id}/deactivate`, { reason }),
    ines.desk.post(`/desk/people/${tomasz.id}/deactivate`, { reason }),
  ]);
  const open = await Promise.all([tomasz, ines].map(async ({ desk }) => (await desk.get('/desk')).status));
  expect(open.sort()).toEqual([200, 303]);
});

test('an id that is nobody’s, or no id at all, is not found', async () => {
  const { askers } = await everybody();
  for (const id of [somebody, 'x', "1' OR '1'='1"]) {
    const address = `/desk/people/${encodeURIComponent(id)}`;
    expect((await askers.agent.get(address)).status).toBe(404);
    expect((await askers.agent.post(`${address}/unlock`, { reason })).status).toBe(404);
    expect((await askers.contact.get(address)).status).toBe(303);
  }
});

test('looking changes nothing, and a forged form does nothing', async () => {
  const { askers, targets } = await everybody();
  const address = `/desk/people/${targets.amara.id}/deactivate`;
  await askers.agent.get(address);
  await askers.agent.head(address);
  askers.agent.forgetToken();
  const forged = await askers.agent.post(address, { reason });
  expect(forged.status).toBe(422);
  expect(forged.html).toContain(reason);
  expect((await askers.contact.get('/account')).status).toBe(200);
});

test('the address of a page cannot put words into it', async () => {
  const { askers, targets } = await everybody();
  for (const done of ['Call+01632+960999', 'constructor', 'toString']) {
    const page = await askers.agent.get(`/desk/people/${targets.amara.id}?done=${done}`);
    expect(page.html).not.toContain('nhsuk-notification-banner__title');
  }
});
