import { expect, test } from 'vitest';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { hours, minutes, seconds } from '../../kernel/duration.ts';

const newPassword = 'Quiet-amber-lantern-7';

async function askedFor(gate: Portal, email: string) {
  await gate.browser().post('/forgotten-details', { email, realm: 'portal' });
  const mail = (await gate.inbox(email)).find(({ subject }) => subject === 'Choose a new password');
  return {
    mail,
    link: mail?.links.find((link) => link.includes('/reset-password')) ?? '',
    code: mail?.codes[0] ?? '',
  };
}

const secretOf = (link: string) => new URL(link).searchParams.get('link') ?? '';

test('[P4] “Forgotten my details” under the password box sends a reset link straight away, and it works', async () => {
  const gate = await portal({ profile: 'primary-care' });
  const amara = await gate.addPerson();
  const visitor = gate.browser();
  const logIn = await visitor.get('/log-in');
  expect(logIn.html).toMatch(/id="password"[\s\S]*href="\/forgotten-details">Forgotten my details/);
  const asked = await visitor.post('/forgotten-details', { email: amara.email, realm: 'portal' });
  expect((await visitor.follow(asked)).text).toContain('Check your email');

  const [mail] = await gate.inbox(amara.email);
  const link = mail?.links.find((address) => address.includes('/reset-password')) ?? '';
  expect((await visitor.get(link)).text).toContain('Choose a new password');
  const done = await visitor.post('/reset-password', { link: secretOf(link), password: newPassword });
  expect(done.text).toContain('Your password is changed');
  const entered = await visitor.post('/log-in', { identifier: amara.email, password: newPassword });
  expect(entered.status).toBe(303);
  const old = await gate.browser().post('/log-in', { identifier: amara.email, password: amara.password });
  expect(old.status).toBe(422);
});

test('the code in the same e-mail works in the place of its link, typed with spaces', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const { code } = await askedFor(gate, amara.email);
  const visitor = gate.browser();
  const typed = `${code.slice(0, 4)} ${code.slice(4)}`;
  const exchanged = await visitor.post('/reset-password/code', { email: amara.email, code: typed });
  const form = await visitor.follow(exchanged);
  expect(form.text).toContain('Choose a new password');
  const link = /name="link" value="([^"]+)"/.exec(form.html)?.[1] ?? '';
  const done = await visitor.post('/reset-password', { link, password: newPassword });
  expect(done.text).toContain('Your password is changed');
});

test('only the newest link works; an older one says so, and a used or expired one too', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const first = await askedFor(gate, amara.email);
  gate.clock.advance(minutes(1));
  const second = await askedFor(gate, amara.email);
  expect(second.link).not.toBe(first.link);
  const visitor = gate.browser();
  expect((await visitor.get(first.link)).text).toContain('Only the newest link works');
  await visitor.get(second.link);
  await visitor.post('/reset-password', { link: secretOf(second.link), password: newPassword });
  const again = await visitor.get(second.link);
  expect(again.status).toBe(410);
  expect(again.text).toContain('already been used');
  gate.clock.advance(minutes(1));
  const third = await askedFor(gate, amara.email);
  gate.clock.advance(hours(1));
  const late = await visitor.post('/reset-password', { link: secretOf(third.link), password: newPassword });
  expect(late.text).toContain('A link works for 1 hour');
  expect(late.html).toContain('href="/forgotten-details"');
});

test('a reset ends every session, forgets every device, opens password entry and tells the owner', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const session = gate.browser();
  await session.post('/log-in', { identifier: amara.email, password: amara.password });
  for (let tries = 0; tries < 5; tries += 1)
    await gate.browser().post('/log-in', { identifier: amara.email, password: 'wrong' });
  const { link } = await askedFor(gate, amara.email);
  const visitor = gate.browser();
  await visitor.get(link);
  await visitor.post('/reset-password', { link: secretOf(link), password: newPassword });
  expect((await session.get('/account')).status).toBe(303);
  const entered = await gate.browser().post('/log-in', { identifier: amara.email, password: newPassword });
  expect(entered.status).toBe(303);
  const subjects = (await gate.inbox(amara.email)).map((mail) => mail.subject);
  expect(subjects).toContain('Your password was changed');
});

test('[P6] where only support opens password entry, a reset keeps it closed and says so', async () => {
  const gate = await portal({ profile: 'primary-care' });
  const amara = await gate.addPerson();
  for (let tries = 0; tries < 5; tries += 1)
    await gate.browser().post('/log-in', { identifier: amara.email, password: 'wrong' });
  const { link } = await askedFor(gate, amara.email);
  const visitor = gate.browser();
  await visitor.get(link);
  const done = await visitor.post('/reset-password', { link: secretOf(link), password: newPassword });
  expect(done.text).toContain('Password entry for your account is still closed');
  const entered = await visitor.post('/log-in', { identifier: amara.email, password: newPassword });
  expect(entered.status).toBe(429);
});

test('[P7] a deactivated, an unknown and an invited address each get the mail that is true of them, and one page', async () => {
  const gate = await portal({ profile: 'primary-care' });
  const amara = await gate.addPerson();
  const ben = await gate.addPerson({ name: 'Ben Tull' });
  const { database } = gate.needs;
  await database.updateTable('account').set({ state: 'deactivated' }).where('id', '=', amara.id).execute();
  await database.updateTable('account').set({ state: 'invited' }).where('id', '=', ben.id).execute();
  await database.deleteFrom('password').where('account_id', '=', ben.id).execute();
  const pages = [];
  for (const email of [amara.email, ben.email, 'nobody@elsewhere.example']) {
    const visitor = gate.browser();
    const page = await visitor.follow(await visitor.post('/forgotten-details', { email, realm: 'portal' }));
    pages.push(page.text.replaceAll(email, 'ADDRESS'));
  }
  expect(new Set(pages).size).toBe(1);
  const subjectTo = async (email: string) => (await gate.inbox(email)).map((mail) => mail.subject);
  expect(await subjectTo(amara.email)).toEqual(['Your account is not active']);
  expect(await subjectTo(ben.email)).toEqual(['Set up your Primary Care Portal account']);
  expect(await subjectTo('nobody@elsewhere.example')).toEqual(['No account for this address']);
});

test('an address that cannot be one is shown again with words, and with where else to look', async () => {
  const { browser } = await portal();
  const answer = await browser().post('/forgotten-details', { email: 'amara@', realm: 'portal' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Enter an email address in the correct format');
  expect(answer.html).toContain('value="amara@"');
  expect(answer.html).toContain('<a href="/help">look in the help articles</a>');
});

test('the page after a reset does not greet as logged in whom it has just logged out', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  const visitor = gate.browser();
  await visitor.post('/log-in', { identifier: amara.email, password: amara.password });
  const { link } = await askedFor(gate, amara.email);
  expect((await visitor.get(link)).text).toContain('Log out');
  const done = await visitor.post('/reset-password', { link: secretOf(link), password: newPassword });
  expect(done.text).toContain('Your password is changed');
  expect(done.text).not.toContain('Log out');
});

test('each state of an account has its own e-mail, and all the same page', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const { database, clock } = gate.needs;
  const [closed, elsewhere, without, staffOnly] = [
    await gate.addPerson({ name: 'Cleo Brandt' }),
    await gate.addPerson({ name: 'Elif Kaya' }),
    await gate.addPerson({ name: 'Wim de Boer' }),
    await gate.addPerson({ name: 'Gwen Parry', staff: 'agent' }),
  ];
  await database.updateTable('account').set({ state: 'closed' }).where('id', '=', closed.id).execute();
  await database.deleteFrom('password').where('account_id', 'in', [elsewhere.id, without.id]).execute();
  await database
    .insertInto('upstream_identity')
    .values({
      issuer: 'https://auth.login.nhs.uk',
      subject: 'a-subject',
      account_id: elsewhere.id,
      linked_at: clock.now(),
    })
    .execute();
  const seen = [];
  for (const { email } of [closed, elsewhere, without, staffOnly]) {
    const visitor = gate.browser();
    const page = await visitor.follow(await visitor.post('/forgotten-details', { email }));
    const mails = await gate.inbox(email);
    seen.push({
      page: page.text.replaceAll(email, 'ADDRESS'),
      subjects: mails.map(({ subject }) => subject),
    });
  }
  expect(new Set(seen.map(({ page }) => page)).size).toBe(1);
  expect(seen.map(({ subjects }) => subjects)).toEqual([
    ['Your account is closed'],
    ['You log in with NHS login'],
    ['Your temporary password for Locum Network'],
    ['No account for this address'],
  ]);
});

test('an account that was moved here without a password gets one by recovery', async () => {
  const gate = await portal();
  const amara = await gate.addPerson();
  await gate.needs.database.deleteFrom('password').where('account_id', '=', amara.id).execute();
  const { link } = await askedFor(gate, amara.email);
  const visitor = gate.browser();
  await visitor.get(link);
  await visitor.post('/reset-password', { link: secretOf(link), password: newPassword });
  const entered = await visitor.post('/log-in', { identifier: amara.email, password: newPassword });
  expect(entered.location).toBe('/account');
});

test('[L10] “Send it again” works after a minute, and says how long to wait before', async () => {
  const gate = await portal({ profile: 'locum-network' });
  const amara = await gate.addPerson();
  const visitor = gate.browser();
  const sent = await visitor.follow(await visitor.post('/forgotten-details', { email: amara.email }));
  expect(sent.text).toContain(`We have written to ${amara.email}.`);
  expect(sent.text).toContain('You can ask us to send it again in 1 minute.');
  const asked = /name="asked" value="([^"]+)"/.exec(sent.html)?.[1] ?? '';
  gate.clock.advance(seconds(20));
  const early = await visitor.post('/forgotten-details/again', { asked });
  expect(early.status).toBe(429);
  expect(early.text).toContain('Wait 40 seconds');
  expect(await gate.inbox(amara.email)).toHaveLength(1);
  gate.clock.advance(seconds(40));
  const again = await visitor.follow(await visitor.post('/forgotten-details/again', { asked }));
  expect(again.text).toContain(`We have written to ${amara.email} again.`);
  expect(await gate.inbox(amara.email)).toHaveLength(2);
});

test('the page after asking stands also without what was asked, and leads to asking', async () => {
  const { browser } = await portal();
  for (const address of ['/forgotten-details/sent', '/forgotten-details/sent?asked=AAAA']) {
    const page = await browser().get(address);
    expect(page.status).toBe(200);
    expect(page.html).toContain('href="/forgotten-details"');
  }
  const posted = await browser().post('/forgotten-details/again', { asked: 'AAAA' });
  expect(posted.location).toBe('/forgotten-details');
});
