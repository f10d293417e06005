import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { minutes } from '../../kernel/duration.ts';

const form = '/register-organisation/Z90002/main-contact';
const asked = {
  why: 'unknown',
  fullName: 'A Person',
  phone: '01632 960 777',
  authoriser: 'caldicott-guardian',
  authoriserName: 'Dr Ines Vale',
};

async function practice() {
  const the = await portal({ profile: 'primary-care' });
  const amara = await the.addPerson({ mainContactOf: 'Z90002' });
  return { the, amara };
}

async function askAs(the: Portal, email: string, address = '198.51.100.7') {
  const browser = the.browser({ address });
  await browser.get(form);
  return browser.follow(await browser.post(form, { ...asked, email }));
}

const requests = ({ needs }: Portal) =>
  needs.database.selectFrom('main_contact_request').selectAll().execute();

test('[P19] known and unknown addresses see the same page, and are the same work', async () => {
  const { the, amara } = await practice();
  const member = await the.addPerson({ name: 'Ben Okoro', roles: { Z90002: ['portal/deputy'] } });
  const browser = the.browser();
  const seen = [];
  for (const email of [amara.email, member.email, 'stranger@elsewhere.example']) {
    await browser.get(form);
    the.workDone();
    const answer = await browser.post(form, { ...asked, email });
    const { statements, hashes } = the.workDone();
    seen.push({ statements, hashes, text: (await browser.follow(answer)).text });
  }
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
  expect(seen[0]?.text).not.toContain('Amara');
});

test('asking again while one waits makes no second request, shows no reference, and fills nobody’s mailbox', async () => {
  const { the } = await practice();
  const pages = [];
  for (let time = 0; time < 6; time += 1) pages.push((await askAs(the, 'ben@fern.example')).text);
  expect(new Set(pages).size).toBe(1);
  const [request, ...more] = await requests(the);
  expect(more).toEqual([]);
  expect(pages[0]).not.toContain(request?.reference);
  expect(await the.inbox('ben@fern.example')).toHaveLength(3);
});

test('a script cannot bury a practice, or staff, in requests', async () => {
  const { the } = await practice();
  for (let time = 0; time < 15; time += 1) await askAs(the, `person-${time}@fern.example`);
  expect(await requests(the)).toHaveLength(10);
});

test('a code is tried five times an hour, and a wrong reference answers as a wrong code does', async () => {
  const { the } = await practice();
  await askAs(the, 'ben@fern.example');
  const { desk } = await atTheDesk(the);
  const [request] = await requests(the);
  const address = `/desk/main-contact-requests/${request?.id}`;
  await desk.get(address);
  const letter = await desk.post(`${address}/letter`);
  const code = /(\d{4}) (\d{4})/.exec(letter.text)?.slice(1).join('') ?? '';
  const browser = the.browser();
  await browser.get('/main-contact-request/code');
  const enter = (reference: string, typed: string) =>
    browser.post('/main-contact-request/code', { reference, code: typed });
  const wrongReference = await enter('NOBODY', code);
  const answers = [];
  for (let time = 0; time < 5; time += 1) answers.push(await enter(request?.reference ?? '', '00000000'));
  expect(wrongReference.status).toBe(answers[0]?.status);
  for (const answer of [wrongReference, ...answers])
    expect(answer.text).toContain('The reference or the code is not right');
  expect((await enter(request?.reference ?? '', code)).status).toBe(422);
  the.clock.advance(minutes(61));
  expect((await enter(request?.reference ?? '', code)).status).toBe(200);
});

test('opening the link changes nothing: mail scanners open it too', async () => {
  const { the } = await practice();
  await the.needs.database
    .updateTable('organisation')
    .set({ mailbox: 'desk@fern.example' })
    .where('code', '=', 'Z90002')
    .execute();
  await askAs(the, 'ben@fern.example');
  const { desk } = await atTheDesk(the);
  const [request] = await requests(the);
  const address = `/desk/main-contact-requests/${request?.id}`;
  await desk.get(address);
  await desk.post(`${address}/mailbox`);
  const [message] = await the.inbox('desk@fern.example');
  const link = message?.links.find((one) => one.includes('answer')) ?? '';
  const scanner = the.browser();
  await scanner.get(link);
  await scanner.head(link);
  expect((await requests(the))[0]?.confirmed_at).toBeNull();
});

test('[P7] ten who approve at once make one main contact', async () => {
  const { the } = await practice();
  await askAs(the, 'ben@fern.example');
  const [request] = await requests(the);
  await the.needs.database
    .updateTable('main_contact_request')
    .set({ confirmed_at: the.clock.now(), confirmed_how: 'letter' })
    .execute();
  const { desk } = await atTheDesk(the);
  const address = `/desk/main-contact-requests/${request?.id}`;
  await desk.get(address);
  const answers = await Promise.all(Array.from({ length: 10 }, () => desk.post(`${address}/approve`)));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  const held = await the.needs.database
    .selectFrom('membership')
    .select('id')
    .where('role', '=', 'main-contact')
    .where('ended_at', 'is', null)
    .execute();
  expect(held).toHaveLength(1);
});

test('[P7] two requests approved at once leave one main contact, whoever was first', async () => {
  const { the } = await practice();
  for (const email of ['ben@fern.example', 'cara@fern.example']) await askAs(the, email);
  await the.needs.database
    .updateTable('main_contact_request')
    .set({ confirmed_at: the.clock.now(), confirmed_how: 'letter' })
    .execute();
  const { desk } = await atTheDesk(the);
  await desk.get('/desk/main-contact-requests');
  await Promise.all(
    (await requests(the)).map(({ id }) => desk.post(`/desk/main-contact-requests/${id}/approve`)),
  );
  const held = await the.needs.database
    .selectFrom('membership')
    .select('id')
    .where('role', '=', 'main-contact')
    .where('ended_at', 'is', null)
    .execute();
  expect(held).toHaveLength(1);
});

test('an address whose account was deactivated is not let in by this, and staff read why', async () => {
  const { the } = await practice();
  const ben = await the.addPerson({ name: 'Ben Okoro' });
  await the.needs.database
    .updateTable('account')
    .set({ state: 'deactivated' })
    .where('id', '=', ben.id)
    .execute();
  await askAs(the, ben.email);
  await the.needs.database
    .updateTable('main_contact_request')
    .set({ confirmed_at: the.clock.now(), confirmed_how: 'mailbox' })
    .execute();
  const { desk } = await atTheDesk(the);
  const [request] = await requests(the);
  const address = `/desk/main-contact-requests/${request?.id}`;
  await desk.get(address);
  const answer = await desk.post(`${address}/approve`);
  expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('was deactivated or closed')]);
});

test('only support staff decide: the main contact, and nobody, are refused', async () => {
  const { the, amara } = await practice();
  await askAs(the, 'ben@fern.example');
  const [request] = await requests(the);
  const own = the.browser();
  await logIn(own, amara);
  for (const step of ['', '/approve', '/refuse', '/mailbox', '/letter', '/check']) {
    const address = `/desk/main-contact-requests/${request?.id}${step}`;
    const answer = step ? await own.post(address) : await own.get(address);
    expect([303, 403]).toContain(answer.status);
  }
  expect((await requests(the))[0]?.state).toBe('waiting');
});

/** A request that the practice confirmed, and the staff who decide about it. */
async function confirmedRequest(the: Portal, email = 'ben@fern.example') {
  await askAs(the, email);
  const confirmed = { confirmed_at: the.clock.now(), confirmed_how: 'mailbox' };
  await the.needs.database.updateTable('main_contact_request').set(confirmed).execute();
  const { id } = await the.needs.database
    .selectFrom('main_contact_request')
    .select('id')
    .where('email_typed', '=', email)
    .executeTakeFirstOrThrow();
  return id;
}

test('[P7] a check from before somebody objected does not answer the objection', async () => {
  const { the, amara } = await practice();
  const id = await confirmedRequest(the);
  const { desk } = await atTheDesk(the);
  const address = `/desk/main-contact-requests/${id}`;
  await desk.get(address);
  await desk.post(`${address}/check`, { note: 'Rang the surgery and spoke to Dr Vale.' });
  the.clock.advance(minutes(1));
  const own = the.browser();
  await logIn(own, amara);
  await own.get(`/organisations/Z90002/main-contact-requests/${id}`);
  await own.post(`/organisations/Z90002/main-contact-requests/${id}`, { text: 'I am here and at work.' });
  const refused = await desk.post(`${address}/approve`);
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('I am here and at work.')]);
  the.clock.advance(minutes(1));
  await desk.post(`${address}/check`, { note: 'Dr Vale says that she has left all the same.' });
  expect((await desk.post(`${address}/approve`)).status).toBe(303);
});

test('[P7] nobody takes a colleague’s objection back by objecting too', async () => {
  const { the, amara } = await practice();
  const dev = await the.addPerson({ name: 'Dev Rana', roles: { Z90002: ['portal/deputy'] } });
  const id = await confirmedRequest(the, dev.email);
  const address = `/organisations/Z90002/main-contact-requests/${id}`;
  for (const [person, text] of [
    [amara, 'I am here and at work.'],
    [dev, 'All is well, please go on.'],
  ] as const) {
    const browser = the.browser();
    await logIn(browser, person);
    await browser.get(address);
    await browser.post(address, { text });
  }
  const { desk } = await atTheDesk(the);
  const page = await desk.get(`/desk/main-contact-requests/${id}`);
  expect(page.text).toContain('Amara Osei objected on');
  expect(page.text).toContain('I am here and at work.');
  expect(page.text).toContain('Dev Rana: All is well, please go on.');
});
