import { expect, test } from 'vitest';
import { mailOf, portalWithMailbox } from '../../../../tests/support/a-mailbox.ts';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { goldenMail } from '../../../../tests/support/golden-mail.ts';
import { portal } from '../../../../tests/support/portal.ts';
import { problemsOfHtml } from '../../../../tests/support/valid-html.ts';

const noThread = { answer: '<none@gatehouse.example>', reference: 'GH-NONE-NONE' };

async function withUnreadableMail() {
  const the = await portalWithMailbox();
  await the.arrives(await goldenMail('from-twice', noThread));
  const { id } = await the.needs.database.selectFrom('mail_in').select('id').executeTakeFirstOrThrow();
  const { desk } = await atTheDesk(the, 'administrator');
  return { ...the, desk, id, address: `/desk/mail/${id}` };
}

test('staff see which emails wait for them and why, and nothing of what they say before they open one', async () => {
  const { desk, address } = await withUnreadableMail();
  const list = await desk.get('/desk/mail');
  expect(list.text).toContain('Wait for you (1)');
  expect(list.text).toContain('It does not say who sent it, or names several senders.');
  expect(list.html).toContain(`href="${address}"`);
  expect(list.text).not.toContain('Two headers');
  const one = await desk.get(address);
  expect(one.text).toContain('Two headers');
  expect(one.text).toContain('Who wrote this?');
  for (const page of [list, one]) expect(await problemsOfHtml(page.html)).toEqual([]);
});

test('the original is downloaded as it came, and can do nothing in the browser', async () => {
  const { desk, address, imap } = await withUnreadableMail();
  const original = await desk.get(`${address}/original`);
  expect(original.headers['content-type']).toBe('application/octet-stream');
  expect(original.headers['content-disposition']).toMatch(/^attachment/);
  expect(original.headers['content-security-policy']).toContain('sandbox');
  expect(original.html).toBe(imap.mails[0]?.content.toString());
});

test('that staff looked at an email, downloaded it or had it tried again is recorded', async () => {
  const the = await withUnreadableMail();
  await the.desk.get(the.address);
  await the.desk.get(`${the.address}/original`);
  await the.desk.post(`${the.address}/again`);
  const events = await the.needs.database
    .selectFrom('audit_event')
    .select('action')
    .where('record_id', '=', the.id)
    .execute();
  expect(events.map(({ action }) => action).sort()).toEqual([
    'mail-original-viewed',
    'mail-tried-again',
    'mail-viewed',
  ]);
});

test('an email that is tried again comes to what it comes to now', async () => {
  const { desk, address, effects, runDue } = await withUnreadableMail();
  const answer = await desk.post(`${address}/again`);
  expect(answer.location).toBe('/desk/mail?done=tried-again');
  expect(await effects()).toEqual([{ state: 'waiting', effect: null, problem: null }]);
  await runDue();
  expect(await effects()).toEqual([{ state: 'unreadable', effect: null, problem: 'no-sender' }]);
});

test('what is nothing to answer is put with the ignored ones once, and can still become a ticket', async () => {
  const { desk, address, effects, id, needs, tickets } = await withUnreadableMail();
  const put = await desk.post(`${address}/aside`);
  expect(put.location).toBe('/desk/mail?done=set-aside');
  expect(await effects()).toEqual([{ state: 'ignored', effect: 'set-aside', problem: 'no-sender' }]);
  expect((await desk.get('/desk/mail?state=ignored')).text).toContain('Staff saw nothing to answer in it');
  expect((await desk.post(`${address}/aside`)).location).toBe('/desk/mail?done=not-there');
  const aside = await needs.database
    .selectFrom('audit_event')
    .select('record_id')
    .where('action', '=', 'mail-set-aside')
    .execute();
  expect(aside).toEqual([{ record_id: id }]);
  await desk.post(address, byHand);
  expect(await tickets()).toHaveLength(1);
});

const byHand = {
  email: 'ola@practice.test',
  fullName: 'Ola Berg',
  title: 'Two headers',
  body: 'Who wrote this?',
};

test('staff make a ticket of what no program could read, once', async () => {
  const { desk, address, effects, messages, tickets } = await withUnreadableMail();
  const made = await desk.post(address, byHand);
  const [ticket] = await tickets();
  expect(made.location).toBe(`/desk/tickets/${ticket?.reference}`);
  expect(ticket).toMatchObject({ title: 'Two headers', state: 'new', channel: 'email', email: byHand.email });
  expect(await messages()).toMatchObject([{ kind: 'from-requester', body: 'Who wrote this?' }]);
  expect(await effects()).toEqual([{ state: 'handled', effect: 'by-hand', problem: null }]);
  const again = await desk.post(address, byHand);
  expect(again.location).toBe('/desk/mail?done=not-there');
  expect((await desk.get('/desk/mail?done=not-there')).text).toContain('Nothing was changed');
  expect(await tickets()).toHaveLength(1);
});

test('what is missing is said, and what was typed is kept', async () => {
  const { desk, address, tickets } = await withUnreadableMail();
  const answer = await desk.post(address, { ...byHand, email: 'ola', title: '' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Enter an email address in the correct format');
  expect(answer.text).toContain('Enter what it is about');
  expect(answer.html).toContain('Ola Berg');
  expect(await tickets()).toEqual([]);
});

test('ignored emails say why, with the ticket of those that were handled', async () => {
  const the = await portalWithMailbox();
  await the.arrives(mailOf(), mailOf({ from: 'ben@practice.test', headers: { Precedence: 'bulk' } }));
  const { desk } = await atTheDesk(the, 'administrator');
  expect((await desk.get('/desk/mail?state=ignored')).text).toContain('An automatic answer');
  const handled = await desk.get('/desk/mail?state=handled');
  expect(handled.text).toContain('A new ticket');
  expect(handled.html).toContain(`href="/desk/tickets/${(await the.tickets())[0]?.reference}"`);
});

test('a mailbox that cannot be read says so, and one that is not set up too', async () => {
  const broken = await portalWithMailbox({}, { password: 'another one' });
  const the = await portal({ config: { imapUrl: broken.imap.url.replace('another%20one', 'wrong') } });
  await the.runDue();
  const { desk } = await atTheDesk(the, 'administrator');
  expect((await desk.get('/desk/mail')).text).toContain('refuses our username or password');
  const none = await portal();
  const at = await atTheDesk(none, 'administrator');
  expect((await at.desk.get('/desk/mail')).text).toContain('No mailbox is set up');
});

test('machines are told too', async () => {
  const metricsToken = 'a token of the monitoring';
  const the = await portalWithMailbox({ config: { metricsToken } });
  const metrics = async () =>
    (await the.server.inject({ url: '/metrics', headers: { authorization: `Bearer ${metricsToken}` } })).body;
  await the.arrives('this is no email');
  expect(await metrics()).toContain('gatehouse_mailbox_problem{problem="none"} 0');
  expect(await metrics()).toContain('gatehouse_mail_in{state="unreadable"} 1');
  await the.imap.stop();
  await the.runDue();
  expect(await metrics()).toContain('gatehouse_mailbox_problem{problem="unreachable"} 1');
});

test('agents, people and strangers get no email to see', async () => {
  const the = await withUnreadableMail();
  const agent = (await atTheDesk(the, 'agent')).desk;
  for (const address of ['/desk/mail', the.address, `${the.address}/original`]) {
    expect((await agent.get(address)).status).toBe(403);
    expect((await the.browser().get(address)).status).toBe(303);
  }
  expect((await agent.post(the.address, byHand)).status).toBe(403);
  expect((await agent.post(`${the.address}/aside`)).status).toBe(403);
  expect((await the.desk.get('/desk/mail/0190a1b2-0000-7000-8000-000000000001')).status).toBe(404);
  expect((await the.desk.get('/desk/mail/nothing')).status).toBe(404);
});
