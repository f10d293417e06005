import { describe, expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { days, minutes } from '../../kernel/duration.ts';

const mailbox = 'front-desk@fern.example';
const form = '/register-organisation/Z90002/main-contact';

const ben = {
  why: 'left',
  fullName: 'Ben Okoro',
  email: 'ben.okoro@fern.example',
  phone: '01632 960 777',
  authoriser: 'gp-partner',
  authoriserName: 'Dr Ines Vale',
};

/** A registered practice with a mailbox of its own, and somebody who was its main contact. */
async function practice(options: { gone?: boolean } = {}) {
  const the = await portal({ profile: 'primary-care' });
  const amara = await the.addPerson({ mainContactOf: 'Z90002' });
  await the.needs.database
    .updateTable('organisation')
    .set({ mailbox, mailbox_proven_at: the.clock.now(), mailbox_proven_how: 'call-back' })
    .where('code', '=', 'Z90002')
    .execute();
  if (options.gone)
    await the.needs.database
      .updateTable('account')
      .set({ state: 'deactivated' })
      .where('id', '=', amara.id)
      .execute();
  const { desk } = await atTheDesk(the);
  return { the, amara, desk };
}

async function ask(the: Portal, answers: Record<string, string> = ben, as?: AddedPerson) {
  const browser = the.browser();
  if (as) await logIn(browser, as);
  const page = await browser.get(form);
  const sent = await browser.follow(await browser.post(form, answers));
  return { browser, page, sent };
}

async function openRequest(desk: Browser): Promise<string> {
  const { html } = await desk.get('/desk/main-contact-requests');
  const address = /href="(\/desk\/main-contact-requests\/[0-9a-f-]{36})"/.exec(html)?.[1];
  if (!address) throw new Error('no request waits');
  await desk.get(address);
  return address;
}

async function mailboxLink(the: Portal): Promise<string> {
  const links = (await the.inbox(mailbox)).flatMap((message) => message.links);
  return links.find((link) => link.includes('/main-contact-request/answer')) ?? '';
}

async function answerMailbox(the: Portal, answer: 'yes' | 'no') {
  const link = await mailboxLink(the);
  const browser = the.browser();
  const page = await browser.get(link);
  const secret = new URL(link).searchParams.get('link') ?? '';
  return {
    page,
    link,
    answered: await browser.post('/main-contact-request/answer', { link: secret, answer }),
  };
}

const mainContactsOf = async ({ needs }: Portal) =>
  (
    await needs.database
      .selectFrom('membership')
      .innerJoin('account', 'account.id', 'membership.account_id')
      .select('account.full_name as name')
      .where('membership.role', '=', 'main-contact')
      .where('membership.ended_at', 'is', null)
      .execute()
  ).map(({ name }) => name);

const subjects = async (the: Portal, to: string) => (await the.inbox(to)).map(({ subject }) => subject);

describe('[P7 P19] nobody can give access any more', () => {
  test('[P7 P19] somebody asks, the practice’s mailbox confirms, staff approve: they are main contact, and everybody is told', async () => {
    const { the, amara, desk } = await practice();
    const { sent } = await ask(the);
    expect(sent.text).toContain('Request sent');
    const [received] = await the.inbox(ben.email);
    expect(received?.text).toContain('Your reference is');
    const tasks = await desk.get('/desk/tasks');
    expect(tasks.text).toContain('Decide about a new main contact');
    const address = await openRequest(desk);
    expect(tasks.html).toContain(`href="${address}"`);
    the.clock.advance(minutes(1));
    expect((await desk.follow(await desk.post(`${address}/mailbox`))).text).toContain('The link was sent');
    const { page, answered } = await answerMailbox(the, 'yes');
    for (const shown of ['Ben Okoro', 'Dr Ines Vale', 'Practice Z90002']) expect(page.text).toContain(shown);
    expect(answered.text).toContain('Thank you. You have confirmed it');
    the.clock.advance(minutes(1));
    const approved = await desk.follow(await desk.post(`${address}/approve`));
    expect(approved.text).toContain('Approved. Everybody concerned is told');
    expect(await mainContactsOf(the)).toEqual(['Ben Okoro']);
    expect((await desk.get('/desk/tasks')).text).not.toContain('Decide about a new main contact');
    expect((await subjects(the, amara.email))[0]).toBe('You are no longer main contact of Practice Z90002');
    expect((await subjects(the, mailbox))[0]).toBe('Practice Z90002 has a new main contact');
    const told = (await the.inbox(ben.email)).map(({ text }) => text).join('\n');
    for (const step of ['link to the practice’s own mailbox', 'has confirmed your request', 'is approved'])
      expect(told).toContain(step);
  });

  test('[P7 P19] a letter to the address in the register does it too: the reference and its code confirm', async () => {
    const { the, desk } = await practice({ gone: true });
    await ask(the);
    const address = await openRequest(desk);
    const letter = await desk.post(`${address}/letter`);
    const code = /(\d{4}) (\d{4})/.exec(letter.text)?.slice(1).join('') ?? '';
    expect(letter.text).toContain('To Dr Ines Vale');
    const reference =
      /Your reference is (\S+)\./.exec((await the.inbox(ben.email))[0]?.text ?? '')?.[1] ?? '';
    const browser = the.browser();
    await browser.get('/main-contact-request/code');
    const confirmed = await browser.post('/main-contact-request/code', { reference, code });
    expect(confirmed.text).toContain('The practice has confirmed your request');
    await desk.get(address);
    await desk.post(`${address}/approve`);
    expect(await mainContactsOf(the)).toEqual(['Ben Okoro']);
  });

  test('[P7] an account that was there gains the role at once, and the staff task about nobody is done by itself', async () => {
    const { the, desk } = await practice({ gone: true });
    await the.runDue();
    const cara = await the.addPerson({ name: 'Cara Nwosu', roles: { Z90002: ['portal/member'] } });
    const asked = await ask(the, { ...ben, fullName: cara.name, email: cara.email }, cara);
    expect(asked.page.html).toContain(`value="${cara.email}"`);
    const address = await openRequest(desk);
    expect((await desk.get(address)).text).toContain('Has access');
    expect((await desk.get(address)).text).toContain('Nobody who can log in');
    await desk.post(`${address}/mailbox`);
    await answerMailbox(the, 'yes');
    expect((await desk.get('/desk/tasks')).text).toContain('Find somebody to look after');
    await desk.get(address);
    await desk.post(`${address}/approve`);
    await the.runDue();
    expect((await desk.get('/desk/tasks')).text).toContain('No task waits');
    expect((await asked.browser.get('/organisations/Z90002/handover')).text).toContain('Hand over');
  });

  test('whoever was invited and had not answered, was on leave or at a branch belongs to the whole practice', async () => {
    const { the, desk } = await practice();
    const cara = await the.addPerson({ name: 'Cara Nwosu', roles: { Z90002: ['portal/member'] } });
    await the.needs.database
      .updateTable('member')
      .set({ state: 'on-leave', returns_on: '2026-06-01' })
      .where('account_id', '=', cara.id)
      .execute();
    await ask(the, { ...ben, fullName: cara.name, email: cara.email });
    const address = await openRequest(desk);
    await desk.post(`${address}/mailbox`);
    await answerMailbox(the, 'yes');
    await desk.get(address);
    await desk.post(`${address}/approve`);
    expect(await mainContactsOf(the)).toEqual(['Cara Nwosu']);
  });

  test('staff refuse with a reason, which the person reads', async () => {
    const { the, desk } = await practice();
    await ask(the);
    const address = await openRequest(desk);
    const slip = await desk.post(`${address}/refuse`, { reason: '' });
    expect([slip.status, slip.text]).toEqual([422, expect.stringContaining('Enter a reason')]);
    the.clock.advance(minutes(1));
    await desk.post(`${address}/refuse`, { reason: 'Your main contact is back.' });
    expect((await the.inbox(ben.email))[0]?.text).toContain('Your main contact is back.');
    expect(await mainContactsOf(the)).toEqual(['Amara Osei']);
    expect((await desk.get('/desk/main-contact-requests?state=decided')).text).toContain('Refused');
  });

  test('before the practice confirmed nobody can approve', async () => {
    const { the, desk } = await practice();
    await ask(the);
    const address = await openRequest(desk);
    const early = await desk.post(`${address}/approve`);
    expect([early.status, early.text]).toEqual([
      422,
      expect.stringContaining('has not confirmed this request'),
    ]);
    expect(await mainContactsOf(the)).toEqual(['Amara Osei']);
  });
});

describe('[P7] who is there can say that it is wrong', () => {
  test('[P7] the main contact and deputies hear of it and object; staff read that, and look at the authoriser before they approve', async () => {
    const { the, amara, desk } = await practice();
    await ask(the);
    const [told] = await the.inbox(amara.email);
    expect(told?.subject).toBe('Somebody asks to become main contact of Practice Z90002');
    const link = told?.links.find((one) => one.includes('/main-contact-requests/')) ?? '';
    const own = the.browser();
    await logIn(own, amara);
    expect((await own.get(link)).text).toContain('Ben Okoro asks to become main contact');
    const objected = await own.post(new URL(link).pathname, { text: 'I am here, and he left last year.' });
    expect(objected.text).toContain('Support will read what you wrote');
    const address = await openRequest(desk);
    expect((await desk.get(address)).text).toContain('I am here, and he left last year.');
    await desk.post(`${address}/mailbox`);
    await answerMailbox(the, 'yes');
    await desk.get(address);
    const early = await desk.post(`${address}/approve`);
    expect([early.status, early.text]).toEqual([422, expect.stringContaining('Record how you checked')]);
    await desk.post(`${address}/check`, { note: 'Rang Dr Vale, named on the commissioner’s list.' });
    await desk.get(address);
    await desk.post(`${address}/approve`);
    expect(await mainContactsOf(the)).toEqual(['Ben Okoro']);
  });

  test('[P8 P19] while a request waits, those who may object find it among their tasks and on the practice’s page, and nobody else does', async () => {
    const { the, amara, desk } = await practice();
    const cora = await the.addPerson({ name: 'Cora Lane', roles: { Z90002: ['portal/deputy'] } });
    const own = { ...ben, fullName: cora.name, email: cora.email };
    await ask(the, own, cora);
    const clerk = { name: 'Dora Payne', roles: { Z90002: ['payments/administrator'] } };
    const elsewhere = { name: 'Dai Rees', mainContactOf: 'Z90003' };
    const seenBy = async (browser: Browser) => [
      (await browser.get('/my-people')).text,
      (await browser.get('/organisations/Z90002')).text,
    ];
    const shown = /Cora Lane asks to become main contact: tell support if that is wrong/;
    const hers = the.browser();
    await logIn(hers, amara);
    for (const text of await seenBy(hers)) expect(text).toMatch(shown);
    for (const person of [cora, await the.addPerson(clerk), await the.addPerson(elsewhere)]) {
      const browser = the.browser();
      await logIn(browser, person);
      for (const text of await seenBy(browser)) expect(text).not.toMatch(/asks to become main contact/);
    }
    const { html } = await hers.get('/my-people');
    const address = /href="(\/organisations\/Z90002\/main-contact-requests\/[^"]+)"/.exec(html)?.[1] ?? '';
    expect((await hers.get(address)).text).toContain('Why is it wrong?');
    await hers.post(address, { text: 'I am here, and look after everybody.' });
    for (const text of await seenBy(hers)) expect(text).not.toMatch(shown);
    const gita = the.browser();
    await logIn(gita, await the.addPerson({ name: 'Gita Rao', roles: { Z90002: ['portal/deputy'] } }));
    for (const text of await seenBy(gita)) expect(text).toMatch(shown);
    await desk.post(`${await openRequest(desk)}/refuse`, { reason: 'The main contact is there.' });
    for (const text of await seenBy(gita)) expect(text).not.toMatch(shown);
  });

  test('the mailbox says that it is wrong: staff see it, and the link is used up', async () => {
    const { the, desk } = await practice();
    await ask(the);
    const address = await openRequest(desk);
    await desk.post(`${address}/mailbox`);
    const { link, answered } = await answerMailbox(the, 'no');
    expect(answered.text).toContain('You have said that it is wrong');
    expect((await the.browser().get(link)).status).toBe(410);
    expect((await desk.get(address)).text).toContain('The mailbox answered on');
  });

  test('nobody else is shown the request: a member, another practice', async () => {
    const { the } = await practice();
    const member = await the.addPerson({ name: 'Cara Nwosu', roles: { Z90002: ['portal/member'] } });
    const other = await the.addPerson({ name: 'Dai Rees', mainContactOf: 'Z90003' });
    await ask(the);
    const { id } = await the.needs.database
      .selectFrom('main_contact_request')
      .select('id')
      .executeTakeFirstOrThrow();
    const browsers = [the.browser(), the.browser()] as const;
    await logIn(browsers[0], member);
    await logIn(browsers[1], other);
    expect((await browsers[0].get(`/organisations/Z90002/main-contact-requests/${id}`)).status).toBe(403);
    expect((await browsers[1].get(`/organisations/Z90002/main-contact-requests/${id}`)).status).toBe(403);
    expect((await browsers[1].get(`/organisations/Z90003/main-contact-requests/${id}`)).status).toBe(404);
  });
});

test('[P19] a slip keeps everything that was typed, and says what is missing', async () => {
  const { the } = await practice();
  const browser = the.browser();
  await browser.get(form);
  const slip = await browser.post(form, { fullName: 'Ben Okoro', email: 'ben', why: 'left' });
  expect(slip.status).toBe(422);
  for (const said of ['correct format', 'Select who authorises you', 'Enter your phone number'])
    expect(slip.text).toContain(said);
  expect(slip.html).toContain('value="Ben Okoro"');
});

test('an old link to the mailbox works no more, nor one that a newer replaced', async () => {
  const { the, desk } = await practice();
  await ask(the);
  const address = await openRequest(desk);
  await desk.post(`${address}/mailbox`);
  const first = await mailboxLink(the);
  the.clock.advance(minutes(1));
  await desk.get(address);
  await desk.post(`${address}/mailbox`);
  expect((await the.browser().get(first)).status).toBe(410);
  const second = await mailboxLink(the);
  the.clock.advance(days(14));
  expect((await the.browser().get(second)).status).toBe(410);
});
