import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { portal } from '../../../../tests/support/portal.ts';

test('[L12] support sees what an email said and what became of it, but not its link or code, and that they looked is on record', async () => {
  const the = await portal({ profile: 'locum-network' });
  const person = await the.addPerson({ email: 'amara.osei@fernhollow.example' });
  const other = await the.addPerson({ name: 'Idris Bell' });
  const { desk } = await atTheDesk(the);
  await the.browser().post('/forgotten-details', { email: person.email });
  const [mail] = await the.inbox(person.email);
  const page = await desk.get(`/desk/people/${person.id}`);
  const [address = ''] = page.html.match(/\/desk\/people\/[0-9a-f-]+\/messages\/[0-9a-f-]+/) ?? [];
  const shown = await desk.get(address);
  expect(shown.text).toContain(mail?.subject);
  expect(shown.text).toContain(`Sent to ${person.email}`);
  expect(shown.text).toContain('[code hidden]');
  for (const secret of [...(mail?.codes ?? []), ...(mail?.links ?? [])])
    expect(shown.html).not.toContain(secret);
  expect((await desk.get(address.replace(person.id, other.id))).status).toBe(404);
  expect((await desk.get(`${address}x`)).status).toBe(404);
  const looked = await the.needs.database
    .selectFrom('audit_event')
    .select('action')
    .where('subject_id', '=', person.id)
    .where('action', 'in', ['person-viewed', 'message-viewed'])
    .orderBy('position')
    .execute();
  expect(looked.map(({ action }) => action)).toEqual(['person-viewed', 'message-viewed']);
  const fromTicket = await desk.get(`${address}?ticket=GH-7KQ2-M4XD`);
  expect(fromTicket.html).toContain('href="/desk/tickets/GH-7KQ2-M4XD"');
  const fromElsewhere = await desk.get(`${address}?ticket=..%2F..%2Faccount`);
  expect(fromElsewhere.text).toContain('Back to the person');
});

test.each(['accounts', 'editor'] as const)('%s staff see nobody’s emails', async (role) => {
  const the = await portal();
  const { desk } = await atTheDesk(the, role);
  const { id } = await the.addPerson();
  expect((await desk.get(`/desk/people/${id}`)).status).toBe(403);
  expect((await desk.get(`/desk/people/${id}/messages/${id}`)).status).toBe(403);
});
