import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { portal } from '../../../../tests/support/portal.ts';
import { addTicket, answerTicket } from '../../../../tests/support/tickets.ts';
import { days, hours } from '../../../kernel/duration.ts';
import { addHelpCount } from '../../help-counts.store.ts';

test('the dashboard counts what was asked, what was in time, what people thought, and what needed no ticket', async () => {
  const the = await portal({ at: '2026-03-02T09:00:00Z' });
  const { id: agent } = await atTheDesk(the);
  const locked = await addTicket(the, { subject: 'locked' });
  const late = await addTicket(the, { subject: 'locked', email: 'ben.tull@fernhollow.example' });
  await addTicket(the, { subject: 'other', isHeld: true, email: 'nobody.yet@fernhollow.example' });
  await addHelpCount(the.needs.database, 'answered-while-asking', '2026-03-02');
  await answerTicket(the, locked, { by: agent, leaves: 'solved' });
  await the.needs.database
    .updateTable('ticket')
    .set({ rating: 'good', rated_at: the.clock.now() })
    .where('id', '=', locked.id)
    .execute();
  the.clock.advance(hours(6));
  await answerTicket(the, late, { by: agent });
  the.clock.advance(days(7));
  await addTicket(the, { subject: 'security-code', email: 'ben.tull@fernhollow.example' });
  const page = await (await atTheDesk(the, 'senior')).desk.get('/desk/dashboard?weeks=4');
  expect(page.text).toContain('Tickets opened 3');
  expect(page.text).toContain('Waiting for us now 1');
  expect(page.text).toContain('First answers in time 50% of 2');
  expect(page.text).toContain('100% of 1 rating');
  expect(page.text).toContain('25%: 1 person found the answer while asking');
  expect(page.text).toMatch(/My account is locked or deactivated Tickets 2/);
});

test('an empty dashboard says so, and an odd period is the usual one', async () => {
  const the = await portal();
  const { desk } = await atTheDesk(the, 'editor');
  const page = await desk.get('/desk/dashboard?weeks=9999999');
  expect([page.status, page.text]).toEqual([
    200,
    expect.stringContaining('No ticket was opened in this time'),
  ]);
});
