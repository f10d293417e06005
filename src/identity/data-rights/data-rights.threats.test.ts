import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { askForEmail, changeEmail, subjectsOf } from '../../../tests/support/email-changes.ts';
import { logIn, nerys, openDesk, register } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import { minutes } from '../../kernel/duration.ts';

const addresses = ['/account/data/copy', '/account/data/copy.json'];

async function withCopy() {
  const the = await portal();
  const amara = await the.addPerson({ mainContactOf: 'A81001' });
  const browser = the.browser();
  await logIn(browser, amara);
  await browser.get('/account/data');
  await browser.post('/account/data/copy');
  await the.runDue();
  return { the, amara, browser };
}

async function asOther(the: Portal): Promise<Browser> {
  const ben = await the.addPerson({ name: 'Ben Okoro', mainContactOf: 'A81001' });
  const browser = the.browser();
  await logIn(browser, ben);
  return browser;
}

test('nobody fetches another’s copy: no colleague, no staff, nobody without a log in', async () => {
  const { the, browser } = await withCopy();
  const others = [await asOther(the), (await atTheDesk(the, 'administrator')).desk, the.browser()];
  for (const address of addresses) {
    expect((await browser.get(address)).html).toContain('Amara Osei');
    for (const other of others) {
      const answer = await other.get(address);
      expect([address, answer.status, answer.html]).toEqual([address, 303, '']);
    }
  }
});

test('a session left open does not carry everything away: the password is asked for again', async () => {
  const { the, browser } = await withCopy();
  the.clock.advance(minutes(11));
  for (const address of addresses) {
    const away = await browser.get(address);
    expect([away.status, away.location]).toEqual([303, expect.stringMatching(/^\/account\/confirm\?next=/)]);
  }
  expect((await browser.post('/account/data/copy')).location).toMatch(/^\/account\/confirm\?next=/);
});

test('no hash, no secret and nobody else’s data is in a copy, and at rest it is sealed', async () => {
  const { the, amara, browser } = await withCopy();
  await asOther(the);
  await browser.get('/account/data');
  await browser.post('/account/data/copy');
  await the.runDue();
  const { html } = await browser.get('/account/data/copy.json');
  const secrets = await Promise.all([
    the.needs.database.selectFrom('password').select('hash as secret').execute(),
    the.needs.database.selectFrom('session').select('token_hash as secret').execute(),
    the.needs.database.selectFrom('device').select('secret_hash as secret').execute(),
  ]);
  for (const { secret } of secrets.flat()) expect(html).not.toContain(secret);
  for (const word of ['argon2', 'hash', 'Ben Okoro', 'ben.okoro']) expect(html).not.toContain(word);
  const { sealed_content } = await the.needs.database
    .selectFrom('data_export')
    .select('sealed_content')
    .executeTakeFirstOrThrow();
  expect(sealed_content?.includes(amara.email)).toBe(false);
});

test('asking for somebody else’s address as one’s own brings nothing of theirs into a copy, nor tells whether they have an account', async () => {
  const { the, browser } = await withCopy();
  await openDesk(the);
  await register(the.browser(), nerys);
  const ben = await the.addPerson({ name: 'Ben Okoro' });
  for (const email of [ben.email, nerys.email]) {
    await askForEmail(browser, email);
    await the.runDue();
    await browser.get('/account/data');
    await browser.post('/account/data/copy');
    await the.runDue();
    const { html } = await browser.get('/account/data/copy.json');
    for (const theirs of [nerys.fullName, nerys.phone, nerys.mailbox, ben.name])
      expect(html).not.toContain(theirs);
    const { links, messages } = JSON.parse(html).sections;
    expect(JSON.stringify({ links, messages })).not.toContain('confirm');
  }
});

test('while an email change can be stopped, the address from before hears of a copy too', async () => {
  const { the, amara, browser } = await withCopy();
  await changeEmail(the, browser, 'thief@elsewhere.example');
  await browser.get('/account/data');
  await browser.post('/account/data/copy');
  await the.runDue();
  const toldAt = async (to: string) =>
    subjectsOf(await the.inbox(to)).filter((subject) => subject === 'The copy of your data is ready').length;
  expect([await toldAt(amara.email), await toldAt('thief@elsewhere.example')]).toEqual([2, 1]);
});
