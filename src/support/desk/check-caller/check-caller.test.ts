import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { type Portal, portal } from '../../../../tests/support/portal.ts';
import type { Browser } from '../../../../tests/support/portal-browser.ts';
import { addTicket } from '../../../../tests/support/tickets.ts';
import { hours, minutes } from '../../../kernel/duration.ts';

const asked = {
  name: 'Asha Rowe',
  email: 'asha.rowe@fernhollow.example',
  phone: '07700 900123',
  subject: 'locked',
  title: 'Cannot get in',
  body: 'The page says that the account is locked.',
};

async function opened(desk: Browser): Promise<string> {
  await desk.get('/desk/tickets/new');
  const { location = '' } = await desk.post('/desk/tickets/new', asked);
  return location.split('/')[3] ?? '';
}

async function sendCode(
  the: Portal,
  desk: Browser,
  reference: string,
  person: { id: string; email: string },
) {
  const at = `/desk/tickets/${reference}/check`;
  const page = await desk.get(`${at}?person=${person.id}`);
  const [, contact = ''] = /value="(email [^"]+)"/.exec(page.html) ?? [];
  const sent = await desk.post(at, { person: person.id, contact });
  const [mail] = await the.inbox(person.email);
  return { sent, code: mail?.codes[0] ?? '' };
}

const accountOf = async (the: Portal, reference: string) =>
  the.needs.database
    .selectFrom('ticket')
    .select(['account_id as account', 'account_proof as proof'])
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();

test('a caller gets a ticket at once, and is somebody only once they read out the code sent to a contact on record', async () => {
  const the = await portal();
  const person = await the.addPerson({ name: 'Asha Rowe', email: asked.email });
  const { desk } = await atTheDesk(the);
  const reference = await opened(desk);
  const arrived = await desk.get(`/desk/tickets/${reference}/check?done=opened`);
  expect(arrived.text).toContain('Say its reference to the caller');
  expect(arrived.text).toContain('Go on without a check');
  const check = await desk.get(`/desk/tickets/${reference}/check?find=asha`);
  expect(check.text).toContain(person.email);
  expect(await accountOf(the, reference)).toEqual({ account: null, proof: null });
  const { code } = await sendCode(the, desk, reference, person);
  const waiting = await desk.get(`/desk/tickets/${reference}/check`);
  expect(waiting.text).toContain('A code was sent for Asha Rowe');
  expect(waiting.html).not.toContain(code);
  const wrong = await desk.post(`/desk/tickets/${reference}/check/code`, { code: 'AAAA-AAAA' });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('That is not the code')]);
  const spoken = { code: code.toLowerCase().replace('-', ' ') };
  const proven = await desk.follow(await desk.post(`/desk/tickets/${reference}/check/code`, spoken));
  expect(proven.text).toContain('It is proven who is calling');
  expect(await accountOf(the, reference)).toEqual({ account: person.id, proof: 'call-code' });
});

test('a code is for one ticket, runs out, allows five tries, and only the newest counts', async () => {
  const the = await portal();
  const person = await the.addPerson({ name: 'Asha Rowe', email: asked.email });
  const { desk } = await atTheDesk(the);
  const one = await opened(desk);
  const other = await addTicket(the, { email: 'ben.tull@fernhollow.example' });
  const first = await sendCode(the, desk, one, person);
  const elsewhere = await desk.post(`/desk/tickets/${other.reference}/check/code`, { code: first.code });
  expect(elsewhere.status).toBe(422);
  const second = await sendCode(the, desk, one, person);
  const prove = (code: string) => desk.post(`/desk/tickets/${one}/check/code`, { code });
  expect((await prove(first.code)).status).toBe(422);
  the.clock.advance(minutes(16));
  expect((await prove(second.code)).status).toBe(422);
  const third = await sendCode(the, desk, one, person);
  for (let tries = 0; tries < 5; tries += 1) expect((await prove('BBBB-BBBB')).status).toBe(422);
  expect((await prove(third.code)).status).toBe(422);
  expect(await accountOf(the, one)).toEqual({ account: null, proof: null });
});

test('nobody is flooded with codes, and none goes to an address that the caller names now', async () => {
  const the = await portal();
  const person = await the.addPerson({ name: 'Asha Rowe', email: asked.email });
  const { desk } = await atTheDesk(the);
  const reference = await opened(desk);
  const at = `/desk/tickets/${reference}/check`;
  const made = await desk.post(at, { person: person.id, contact: 'email thief@elsewhere.example' });
  expect([made.status, made.text]).toEqual([422, expect.stringContaining('not on record any more')]);
  for (let sent = 0; sent < 5; sent += 1) await sendCode(the, desk, reference, person);
  const { sent: sixth } = await sendCode(the, desk, reference, person);
  expect([sixth.status, sixth.text]).toEqual([422, expect.stringContaining('Five codes were sent')]);
});

test('what is missing is said, and what was typed stays', async () => {
  const the = await portal();
  const { desk } = await atTheDesk(the);
  const answer = await desk.post('/desk/tickets/new', { ...asked, email: 'asha', subject: '' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Enter an email address in the correct format');
  expect(answer.text).toContain('Choose what it is about');
  expect(answer.html).toContain('Cannot get in');
});

test('a call-back is promised on a ticket, stands among those to be made, and is settled once', async () => {
  const the = await portal();
  const { desk } = await atTheDesk(the);
  const reference = await opened(desk);
  const at = `/desk/tickets/${reference}/call-back`;
  expect((await desk.get(at)).html).toContain('07700 900123');
  expect((await desk.post(at, { phone: 'soon', hours: '1', note: '' })).status).toBe(422);
  await desk.post(at, { phone: '07700 900123', hours: '1', note: 'After surgery' });
  const ticket = await desk.get(`/desk/tickets/${reference}`);
  expect(ticket.text).toMatch(/Call back \d+ \w+ 2026 at/);
  expect(ticket.text).not.toContain('Looked at a ticket');
  the.clock.advance(hours(2));
  const { desk: colleague } = await atTheDesk(the, 'senior');
  const list = await colleague.get('/desk/call-backs');
  expect(list.text).toMatch(/Overdue.*Asha Rowe.*After surgery/);
  expect(list.html).toMatch(/href="\/desk\/tickets"[^>]*aria-current/);
  const [action = ''] = list.html.match(/\/desk\/call-backs\/[0-9a-f-]{36}/) ?? [];
  expect((await colleague.post(action, { outcome: 'spoken' })).location).toContain('call-back-done');
  expect((await colleague.post(action, { outcome: 'no-answer' })).location).toContain('done-already');
  expect((await colleague.get('/desk/call-backs')).text).toContain('Nobody waits for a call');
});

test.each(['accounts', 'editor'] as const)(
  '%s staff check nobody and open no ticket for callers',
  async (role) => {
    const the = await portal();
    const ticket = await addTicket(the);
    const { desk } = await atTheDesk(the, role);
    for (const address of [
      '/desk/tickets/new',
      `/desk/tickets/${ticket.reference}/check`,
      '/desk/call-backs',
    ])
      expect([address, (await desk.get(address)).status]).toEqual([address, 403]);
    expect(
      (await desk.post(`/desk/tickets/${ticket.reference}/check/code`, { code: 'AAAA-AAAA' })).status,
    ).toBe(403);
  },
);
