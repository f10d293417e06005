import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { escapedWords, wordsOfServices } from '../../../tests/support/escaped-words.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { everySource, namesIn, recordedActions } from '../../../tests/support/recorded-actions.ts';
import { problemsOfHtml } from '../../../tests/support/valid-html.ts';
import { wordsIn } from '../../kernel/words.ts';
import { eventsWords } from './events.words.ts';

const reason = 'Asked by telephone, identity checked';

/** A desk with something on every page: a locked person, a waiting task, an invited colleague, a deactivated one. */
async function fullDesk(it: Portal) {
  const amara = await it.addPerson({ mainContactOf: 'Z90002' });
  const stranger = it.browser({ address: '203.0.113.9' });
  for (let tries = 0; tries < 5; tries += 1)
    await stranger.post('/log-in', { identifier: amara.email, password: 'wrong' });
  const gwen = await atTheDesk(it, 'agent');
  const { desk } = await atTheDesk(it, 'administrator');
  await addTask(it);
  await desk.post('/desk/staff/add', { name: 'Rhys Morgan', email: 'rhys@support.example', role: 'agent' });
  await desk.post(`/desk/people/${gwen.id}/deactivate`, { reason });
  await it.inbox();
  return { desk, addresses: addressesOf(amara.id, gwen.id) };
}

const addTask = ({ needs }: Portal) =>
  needs.database
    .insertInto('staff_task')
    .values({
      id: needs.ids.next(),
      reference: 'GH-2222-3333',
      kind: 'check-registration',
      record_type: 'registration',
      record_id: needs.ids.next(),
      created_at: needs.clock.now(),
    })
    .execute();

const addressesOf = (locked: string, deactivated: string) => [
  '/desk',
  '/desk/tasks',
  '/desk/tasks?state=done',
  '/desk/people',
  '/desk/people?find=e',
  '/desk/people?find=support.example',
  '/desk/people?find=zzzzzz',
  `/desk/people/${locked}?done=unlocked`,
  `/desk/people/${deactivated}?done=already-open`,
  ...['unlock', 'send-link', 'deactivate', 'activate'].map((action) => `/desk/people/${locked}/${action}`),
  '/desk/activity',
  '/desk/activity?person=support.example&from=never',
  '/desk/activity?action=zzzzzz&before=1',
  '/desk/staff?done=invited',
  '/desk/staff/add',
  ...['role', 'end', 'resend'].map((step) => `/desk/staff/${deactivated}/${step}`),
];

test('every page of the desk is valid HTML', async () => {
  const { desk, addresses } = await fullDesk(await portal({ profile: 'primary-care' }));
  for (const address of addresses) {
    const page = await desk.get(address);
    expect([address, page.status < 500, await problemsOfHtml(page.html)]).toEqual([address, true, []]);
  }
});

test('every word of the desk comes from a catalogue', async () => {
  const settings = { service: { language: 'pseudo' } };
  const it = await portal({ profile: 'primary-care', settings });
  const { desk, addresses } = await fullDesk(it);
  const known = [...data, ...wordsOfServices(it.settings)];
  for (const address of addresses)
    expect([address, escapedWords((await desk.get(address)).html, known)]).toEqual([address, []]);
});

test('every word of the desk’s emails comes from a catalogue', async () => {
  const it = await portal({ settings: { service: { language: 'pseudo' } } });
  const amara = await it.addPerson();
  await it.needs.database.updateTable('account').set({ preferred_language: 'pseudo' }).execute();
  const { desk } = await atTheDesk(it, 'administrator');
  for (const action of ['deactivate', 'activate'])
    await desk.post(`/desk/people/${amara.id}/${action}`, { reason });
  for (let tries = 0; tries < 5; tries += 1)
    await it.browser().post('/log-in', { identifier: amara.email, password: 'wrong' });
  await desk.post(`/desk/people/${amara.id}/unlock`, { reason });
  const messages = await it.inbox(amara.email);
  expect(messages.length).toBeGreaterThanOrEqual(3);
  for (const { subject, text } of messages) {
    const spoken = text.replace(/https?:\S+/g, '');
    expect([subject, escapedWords(spoken, data)]).toEqual([subject, []]);
  }
});

test('whatever is put on record, and every kind of message, has words at the desk', async () => {
  const { actions, messages } = wordsIn(eventsWords, 'en');
  const recorded = await recordedActions();
  const sent = namesIn(await everySource(), /(?:sendEmail\(tx, \{\s*kind:|tell(?:Owner|Staff)\()([^;\n]*)/g);
  expect(recorded.length).toBeGreaterThan(15);
  expect(sent.length).toBeGreaterThan(5);
  expect(recorded.filter((action) => !Object.hasOwn(actions, action))).toEqual([]);
  expect(sent.filter((kind) => !Object.hasOwn(messages, kind))).toEqual([]);
});

/** Names and addresses of the people of this test, and of the portal. */
const data = [
  'Primary Care Portal',
  'Gatehouse',
  'Amara Osei',
  'Gwen Parry',
  'Tomasz Lis',
  'Rhys Morgan',
  'Practice Z90002',
  'Z90002',
  'GH-2222-3333',
  'amara.osei@practice.example',
  'gwen.parry@support.example',
  'tomasz.lis@support.example',
  'rhys@support.example',
  'support.example',
  'zzzzzz',
];
