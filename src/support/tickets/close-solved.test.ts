import { expect, test } from 'vitest';
import { portal } from '../../../tests/support/portal.ts';
import { addTicket, setTicketState } from '../../../tests/support/tickets.ts';
import { days, seconds } from '../../kernel/duration.ts';

test('a solved ticket waits for a reply as long as it can be reopened, then it closes, and goes when its time is over', async () => {
  const the = await portal();
  const { needs, settings } = the;
  const { database } = needs;
  const ticket = await addTicket(the);
  await setTicketState(the, ticket, 'solved');
  const state = async () => {
    await the.runDue();
    const row = await database.selectFrom('ticket').select('state').executeTakeFirst();
    return row?.state;
  };
  the.clock.advance(settings.tickets.reopenWithin - seconds(1));
  expect(await state()).toBe('solved');
  the.clock.advance(seconds(1));
  expect(await state()).toBe('closed');
  const closed = await database
    .selectFrom('audit_event')
    .select(['actor_kind'])
    .where('action', '=', 'ticket-closed')
    .execute();
  expect(closed).toEqual([{ actor_kind: 'system' }]);
  the.clock.advance(settings.retention.tickets + days(1));
  expect(await state()).toBeUndefined();
});

test('a ticket that was reopened meanwhile stays open', async () => {
  const the = await portal();
  const ticket = await addTicket(the);
  await setTicketState(the, ticket, 'solved');
  the.clock.advance(days(13));
  await setTicketState(the, ticket, 'waiting-for-us');
  the.clock.advance(days(20));
  await the.runDue();
  const row = await the.needs.database.selectFrom('ticket').select('state').executeTakeFirst();
  expect(row?.state).toBe('waiting-for-us');
});
