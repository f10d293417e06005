import { expect, test } from 'vitest';
import { portal } from '../../tests/support/portal.ts';
import type { AccountId } from '../kernel/ids.ts';

test('each event tells where it came from: the session, or for a stranger a keyed hash of the network', async () => {
  const it = await portal();
  const amara = await it.addPerson();
  const { email: identifier, password } = amara;
  const [owner, stranger] = [it.browser(), it.browser({ address: '203.0.113.9' })];
  await stranger.post('/log-in', { identifier, password: 'not-it' });
  await owner.post('/log-in', { identifier, password });
  await owner.get('/account');
  await owner.post('/log-out');
  const events = await it.needs.database
    .selectFrom('audit_event')
    .select(['action', 'session_id', 'client_mac'])
    .where('subject_id', '=', amara.id as AccountId)
    .where('action', 'in', ['password-wrong', 'logged-in', 'logged-out'])
    .orderBy('position')
    .execute();
  const { id: session_id } = await it.needs.database
    .selectFrom('session')
    .select('id')
    .executeTakeFirstOrThrow();
  const client_mac = it.needs.keyRing.mac('client-address', '203.0.113.9');
  expect(events).toEqual([
    { action: 'password-wrong', session_id: null, client_mac },
    { action: 'logged-in', session_id, client_mac: null },
    { action: 'logged-out', session_id, client_mac: null },
  ]);
  expect(JSON.stringify(events)).not.toContain('203.0.113');
});
