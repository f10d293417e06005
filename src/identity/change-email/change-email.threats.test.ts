import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import {
  askForEmail,
  changeEmail,
  loggedIn,
  newestLink,
  subjectsOf,
  useLink,
} from '../../../tests/support/email-changes.ts';
import { secretOf } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { giveRole } from '../../../tests/support/portal-people.ts';
import { someoneWaits } from '../../../tests/support/someone-waits.ts';
import { hours } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { lockAccount } from '../account.store.ts';
import { endAskedChange } from '../email-change.store.ts';

const newEmail = 'thief@elsewhere.example';

async function opened() {
  const the = await portal({ profile: 'clinic' });
  const amara = await the.addPerson();
  return { the, amara, browser: await loggedIn(the, amara) };
}

const withoutTokens = (html: string) =>
  html.replace(/(nonce|value)="[^"]*"/g, '').replace(/[0-9a-f-]{36}/g, '');

test('enumeration: asking for an address that has an account shows and does the same as for one that has none', async () => {
  const { the, browser } = await opened();
  const ben = await the.addPerson({ name: 'Ben Tull' });
  await askForEmail(browser, 'amara@before.example');
  const seen = [];
  for (const email of ['ben.nobody@practice.example', ben.email]) {
    await browser.get('/account/details/email?again=yes');
    the.workDone();
    const answer = await browser.post('/account/details/email', { email });
    const work = the.workDone();
    const page = withoutTokens((await browser.follow(answer)).html).replaceAll(email, '');
    seen.push({ status: answer.status, location: answer.location, work, page });
  }
  expect(seen[1]).toEqual(seen[0]);
  expect(subjectsOf(await the.inbox(ben.email))).toEqual(['You already have an account']);
  expect(await newestLink(the, ben.email, '/confirm-email')).toBeUndefined();
  const guess = await browser.post('/account/details/email/code', { code: '1234 5678' });
  expect([guess.status, guess.text]).toEqual([422, expect.stringContaining('The code is not right')]);
});

test('scanner: opening the links changes nothing, whoever opens them', async () => {
  const { the, amara, browser } = await opened();
  await askForEmail(browser, newEmail);
  for (const [to, page] of [
    [newEmail, '/confirm-email'],
    [amara.email, '/stop-email-change'],
  ] as const) {
    const link = (await newestLink(the, to, page)) ?? '';
    await the.browser().get(link);
    await the.browser().head(link);
  }
  const changes = await the.needs.database.selectFrom('email_change').select('state').execute();
  expect(changes).toEqual([{ state: 'asked' }]);
  expect((await browser.get('/account')).status).toBe(200);
});

test('stop-link abuse: a link stops its own change, and never a later one', async () => {
  const { the, amara, browser } = await opened();
  await askForEmail(browser, newEmail);
  const cancelled = await newestLink(the, amara.email, '/stop-email-change');
  await browser.get('/account/details/email');
  await browser.post('/account/details/email/cancel');
  await changeEmail(the, browser, 'amara@home.example');
  const answer = await useLink(the.browser(), cancelled);
  expect([answer.status, answer.text]).toEqual([410, expect.stringContaining('There is nothing to stop')]);
  expect((await browser.get('/account')).text).toContain('amara@home.example');
});

test('stop-link abuse: whoever keeps an old mailbox stops nothing once the change is final, nor any change after it', async () => {
  const { the, amara, browser } = await opened();
  await changeEmail(the, browser, 'amara@home.example');
  const stop = await newestLink(the, amara.email, '/stop-email-change');
  the.clock.advance(hours(73));
  await the.runDue();
  const later = await loggedIn(the, { ...amara, email: 'amara@home.example' });
  await changeEmail(the, later, 'amara@new.example');
  expect((await useLink(the.browser(), stop)).status).toBe(410);
  expect((await later.get('/account')).text).toContain('amara@new.example');
  expect(
    subjectsOf(await the.inbox(amara.email)).filter((one) => one === 'Your email address was changed'),
  ).toHaveLength(1);
});

test('replay: a confirming link changes the address once, and a used or invented one says so', async () => {
  const { the, amara, browser } = await opened();
  await askForEmail(browser, newEmail);
  const link = await newestLink(the, newEmail, '/confirm-email');
  await useLink(the.browser(), link);
  await useLink(the.browser(), await newestLink(the, amara.email, '/stop-email-change'));
  for (const tried of [
    link,
    'http://localhost:3000/confirm-email?link=invented',
    'http://localhost:3000/stop-email-change?link=x',
  ])
    expect((await useLink(the.browser(), tried)).status).toBe(410);
  const swapped = link?.replace('/confirm-email', '/stop-email-change');
  expect((await useLink(the.browser(), swapped)).status).toBe(410);
});

test('race: confirming and stopping at once leave one of two whole states, and never a thief inside', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { the, amara, browser } = await opened();
    await askForEmail(browser, newEmail);
    const [confirm, stop] = [
      await newestLink(the, newEmail, '/confirm-email'),
      await newestLink(the, amara.email, '/stop-email-change'),
    ];
    const people = [the.browser(), the.browser(), the.browser()];
    for (const person of people) await person.get('/log-in');
    await Promise.all([
      people[0]?.post('/confirm-email', { link: secretOf(confirm ?? '') }),
      people[1]?.post('/stop-email-change', { link: secretOf(stop ?? '') }),
      people[2]?.post('/stop-email-change', { link: secretOf(stop ?? '') }),
    ]);
    const { database } = the.needs;
    const [change] = await database.selectFrom('email_change').select('state').execute();
    const emails = await database.selectFrom('account_email').select(['canonical', 'state']).execute();
    expect(change?.state).toBe('stopped');
    expect(emails).toEqual([{ canonical: amara.email, state: 'current' }]);
    expect((await browser.get('/account')).status).toBe(303);
    expect((await database.selectFrom('login_name').select('canonical').execute()).length).toBe(1);
  }
});

test('race: two people who confirm the same address at once do not both get it', async () => {
  const { the, browser } = await opened();
  const ben = await the.addPerson({ name: 'Ben Tull' });
  const other = await loggedIn(the, ben);
  for (const each of [browser, other]) await askForEmail(each, newEmail);
  const links = (await the.inbox(newEmail))
    .flatMap(({ links: found }) => found)
    .filter((one) => one.includes('/confirm-email'));
  expect(links).toHaveLength(2);
  const visitors = [the.browser(), the.browser()];
  for (const visitor of visitors) await visitor.get('/log-in');
  const answers = await Promise.all(
    visitors.map((visitor, one) => visitor.post('/confirm-email', { link: secretOf(links[one] ?? '') })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  expect(answers.map(({ text }) => text).join()).toContain('This address cannot be used');
});

test('session swap: a link of one person’s is refused in a browser where another is logged in', async () => {
  const { the, browser } = await opened();
  const victim = await loggedIn(the, await the.addPerson({ name: 'Ben Tull' }));
  await askForEmail(browser, 'ben@home.example');
  const answer = await useLink(victim, await newestLink(the, 'ben@home.example', '/confirm-email'));
  expect([answer.status, answer.text]).toEqual([
    410,
    expect.stringContaining('This link is for another account'),
  ]);
  expect((await browser.get('/account/details')).text).toContain('waits to be confirmed');
});

test('reset poisoning: nothing that lets a person in reaches the new address, whoever asks for it', async () => {
  const { the, amara, browser } = await opened();
  await changeEmail(the, browser, newEmail);
  const { desk } = await atTheDesk(the);
  const address = `/desk/people/${amara.id}/send-link`;
  await desk.get(address);
  await desk.post(address, { reason: 'Called us, and knew the facts.' });
  for (const email of [newEmail, amara.email]) {
    const visitor = the.browser();
    await visitor.get('/forgotten-details');
    await visitor.post('/forgotten-details', { email, realm: 'portal' });
  }
  const resetsTo = async (to: string) =>
    subjectsOf(await the.inbox(to)).filter((subject) => subject === 'Choose a new password').length;
  expect([await resetsTo(newEmail), await resetsTo(amara.email)]).toEqual([0, 3]);
});

test('a thief cannot void the stop link: not by changing the password, and not by a second change', async () => {
  const { the, amara, browser } = await opened();
  await changeEmail(the, browser, newEmail);
  const stop = await newestLink(the, amara.email, '/stop-email-change');
  await browser.get('/account/details/password');
  await browser.post('/account/details/password', { password: 'Six-loud-herons-66' });
  await browser.get('/account/details/email');
  await changeEmail(the, browser, 'thief@third.example');
  expect((await useLink(the.browser(), stop)).text).toContain('The change is stopped');
  expect((await browser.get('/account')).status).toBe(303);
  for (const identifier of [amara.email, newEmail, 'thief@third.example'])
    for (const password of ['Six-loud-herons-66', amara.password])
      expect((await the.browser().post('/log-in', { identifier, password })).status).toBe(422);
});

test('codes: five wrong ones end the code, though the link still works', async () => {
  const { the, browser } = await opened();
  await askForEmail(browser, newEmail);
  const [message] = await the.inbox(newEmail);
  for (let guess = 0; guess < 5; guess += 1)
    await browser.post('/account/details/email/code', { code: `0000 000${guess}` });
  const right = await browser.post('/account/details/email/code', { code: message?.codes[0] ?? '' });
  expect(right.status).toBe(422);
  expect((await useLink(the.browser(), message?.links[0])).text).toContain('Your email address is changed');
});

test('bombing: an address is written to five times an hour, however many accounts ask for it', async () => {
  const { the, browser } = await opened();
  const others = [];
  for (const name of ['Ben Tull', 'Carys Wyn'])
    others.push(await loggedIn(the, await the.addPerson({ name })));
  for (const each of [browser, ...others])
    for (let asked = 0; asked < 4; asked += 1) {
      await askForEmail(each, 'stranger@nowhere.example');
      await the.runDue();
    }
  expect(await the.inbox('stranger@nowhere.example')).toHaveLength(5);
});

test('a change that waited falls when the password is chosen anew: its link makes nothing any more', async () => {
  for (const way of ['by mail', 'logged in'] as const) {
    const { the, amara, browser } = await opened();
    await askForEmail(browser, newEmail);
    const confirm = await newestLink(the, newEmail, '/confirm-email');
    if (way === 'by mail') await chooseByMail(the, amara.email);
    else await browser.post('/account/details/password', { password: 'Six-loud-herons-66' });
    const answer = await useLink(the.browser(), confirm);
    expect([way, answer.status, answer.text]).toEqual([
      way,
      410,
      expect.stringContaining('This link has stopped working'),
    ]);
    const { database } = the.needs;
    const emails = await database.selectFrom('account_email').select(['canonical', 'state']).execute();
    expect(emails).toEqual([{ canonical: amara.email, state: 'current' }]);
  }
});

async function chooseByMail(the: Portal, email: string): Promise<void> {
  const owner = the.browser();
  await owner.get('/forgotten-details');
  await owner.post('/forgotten-details', { email, realm: 'portal' });
  const answer = await owner.get((await newestLink(the, email, '/reset-password')) ?? '');
  expect(answer.status).toBe(200);
  const link = secretOf((await newestLink(the, email, '/reset-password')) ?? '');
  const password = 'Six-loud-herons-66';
  expect((await owner.post('/reset-password', { link, password })).status).not.toBe(422);
}

test('an address that was dropped has no say in the account: notices it got before let it log nobody out', async () => {
  for (const end of ['stopped', 'final'] as const) {
    const { the, amara, browser } = await opened();
    await changeEmail(the, browser, newEmail);
    await browser.get('/account/profile/name');
    await browser.post('/account/profile/name', { fullName: 'Amara Osei-Tull' });
    const loser = end === 'stopped' ? newEmail : amara.email;
    const notMe = await newestLink(the, loser, '/not-me');
    if (end === 'stopped')
      await useLink(the.browser(), await newestLink(the, amara.email, '/stop-email-change'));
    else the.clock.advance(hours(73));
    await the.runDue();
    expect([end, (await useLink(the.browser(), notMe)).status]).toEqual([end, 410]);
  }
});

test('a thief who closes the account keeps its owner from nothing: stopping the change leaves the way back', async () => {
  const { the, amara, browser } = await opened();
  await changeEmail(the, browser, newEmail);
  await browser.get('/account/data/close');
  await browser.post('/account/data/close', { sure: 'yes' });
  const reopen = await newestLink(the, amara.email, '/reopen-account');
  await useLink(the.browser(), await newestLink(the, amara.email, '/stop-email-change'));
  expect((await useLink(the.browser(), reopen)).status).toBe(200);
  const { database } = the.needs;
  expect(await database.selectFrom('account').select('state').execute()).toEqual([{ state: 'active' }]);
  const emails = await database.selectFrom('account_email').select(['canonical', 'state']).execute();
  expect(emails).toEqual([{ canonical: amara.email, state: 'current' }]);
});

test('race: a change that is cancelled while it is being confirmed ends with words, and is not made', async () => {
  const { the, amara, browser } = await opened();
  await askForEmail(browser, newEmail);
  const confirm = await newestLink(the, newEmail, '/confirm-email');
  const visitor = the.browser();
  await visitor.get(confirm ?? '');
  const { database } = the.needs;
  const confirming = await inTransaction(database, async (tx) => {
    await lockAccount(tx, amara.id);
    const posted = visitor.post('/confirm-email', { link: secretOf(confirm ?? '') });
    await someoneWaits(database);
    await endAskedChange(tx, amara.id, 'cancelled', the.clock.now());
    return { posted };
  });
  const answer = await confirming.posted;
  expect([answer.status, answer.text]).toEqual([410, expect.stringContaining('has stopped working')]);
  const emails = await database.selectFrom('login_name').select('canonical').execute();
  expect(emails).toEqual([{ canonical: amara.email }]);
});

test('a stolen portal password of somebody who is staff too leads by no change of address to the desk', async () => {
  const { the, amara, browser } = await opened();
  const makeStaff = () =>
    inTransaction(the.needs.database, (tx) => giveRole(the.needs, tx, amara.id, { staff: 'agent' }));
  await askForEmail(browser, newEmail);
  const link = await newestLink(the, newEmail, '/confirm-email');
  await makeStaff();
  expect((await useLink(the.browser(), link)).status).toBe(410);
  const refused = await browser.post('/account/details/email', { email: 'another@elsewhere.example' });
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Ask an administrator')]);
  expect(await the.inbox('another@elsewhere.example')).toEqual([]);
});
