import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { enterCode, enterPassword } from '../../../tests/support/main-job.ts';
import type { HeldFactor } from '../../../tests/support/person-codes.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';

const said = { reason: 'lost-phone', words: 'It fell into the Severn.', phone: '01632 960 123' };

async function stuck(factors: HeldFactor[] = ['authenticator', 'text', 'recovery-codes']) {
  const the = await portal();
  const amara = await the.addPerson({ factors });
  const browser = the.browser();
  await enterPassword(browser, amara);
  return { the, amara, browser };
}

async function asked(factors?: HeldFactor[]) {
  const run = await stuck(factors);
  await run.browser.get('/log-in/code/cannot-use/ask');
  const sent = await run.browser.follow(await run.browser.post('/log-in/code/cannot-use/send', said));
  return { ...run, sent, reference: /GH-\w{4}-\w{4}/.exec(sent.text)?.[0] ?? '' };
}

const notMeOf = async (the: Portal, to: string) =>
  (await the.inbox(to))
    .find(({ subject }) => subject.startsWith('Somebody cannot get a security code'))
    ?.links.find((link) => link.includes('/not-me')) ?? '';

test('[C4] who cannot get a code is told first what helps at once, way by way', async () => {
  const { amara, browser } = await stuck();
  const page = await browser.get('/log-in/code/cannot-use');
  for (const words of [
    'works without internet and without signal',
    `that ends in ${amara.codes.number.slice(-3)}`,
    'You have 10 recovery codes',
  ])
    expect(page.text).toContain(words);
  const recovery = /href="(\/log-in\/code\?way=[^"]+)"/.exec(page.html)?.[1] ?? '';
  expect((await browser.get(recovery)).text).toContain('Recovery code');
});

test('[C4] a request is checked before it goes, has a reference one can say, and stays the same when asked again', async () => {
  const { the, browser } = await stuck();
  await browser.get('/log-in/code/cannot-use/ask');
  const check = await browser.post('/log-in/code/cannot-use/ask', said);
  for (const words of ['My phone is lost, stolen or broken', said.words, said.phone])
    expect(check.text).toContain(words);
  const change = await browser.post('/log-in/code/cannot-use/ask', { ...said, change: 'yes' });
  expect(change.html).toContain('value="01632 960 123"');
  const sent = await browser.follow(await browser.post('/log-in/code/cannot-use/send', said));
  const reference = /GH-\w{4}-\w{4}/.exec(sent.text)?.[0] ?? '';
  expect(sent.text).toContain('Support has your request');
  expect(sent.text).toContain(the.settings.support.phone);
  await browser.post('/log-in/code/cannot-use/send', said);
  expect((await browser.get('/log-in/code/cannot-use')).text).toContain(reference);
  const kept = await the.needs.database.selectFrom('factor_reset_request').select('reference').execute();
  expect(kept).toEqual([{ reference }]);
});

test('what is missing or wrong is said, and what was typed stays', async () => {
  const { browser } = await stuck();
  await browser.get('/log-in/code/cannot-use/ask');
  for (const [change, words] of [
    [{ reason: '' }, 'Select why you cannot get a security code'],
    [{ phone: 'call me' }, 'Enter a phone number'],
    [{ words: 'x'.repeat(501) }, 'must be 500 characters or fewer'],
  ] as const) {
    const page = await browser.post('/log-in/code/cannot-use/ask', { ...said, ...change });
    expect([page.status, page.text]).toEqual([422, expect.stringContaining(words)]);
    if (!('words' in change)) expect(page.html).toContain(said.words);
  }
});

test('its owner hears of it at every address and number, and the text holds no link', async () => {
  const { the, amara, reference } = await asked();
  const sent = await the.inbox();
  const mail = sent.find(({ to, channel }) => channel === 'email' && to.includes(amara.email));
  expect(mail?.text).toContain(reference);
  const text = sent.find(({ to, channel }) => channel === 'sms' && to === amara.codes.number);
  expect(text?.text).toContain('asked to get in without a security code');
  expect(text?.links).toEqual([]);
});

test('staff see all that is known, and are told what they cannot decide', async () => {
  const { the, amara, reference } = await asked();
  const { desk } = await atTheDesk(the);
  const tasks = await desk.get('/desk/tasks');
  expect(tasks.text).toMatch(/Help a person who cannot get a security code .{0,10}Amara Osei/);
  const address = /href="(\/desk\/factor-resets\/[^"]+)"/.exec(tasks.html)?.[1] ?? '';
  const page = await desk.get(address);
  for (const words of [
    reference,
    'Phone lost, stolen or broken',
    said.words,
    said.phone,
    'Authenticator app',
    `Text message to the number that ends in ${amara.codes.number.slice(-3)}`,
    'Recovery codes (10 codes left)',
    'that will need a check of who the person is',
  ])
    expect(page.text).toContain(words);
  expect(page.html).not.toContain(amara.codes.number);
  expect(page.html).not.toMatch(/<button[^>]*>(?!Log out)[^<]*(reset|remove)/i);
  const person = await desk.get(`/desk/people/${amara.id}`);
  expect(person.text).toContain(`The person cannot get a security code: request ${reference}`);
});

test('[C4] who logs in with a code after all has nothing waiting any more', async () => {
  const { the, amara, browser } = await asked();
  await enterCode(browser, amara.codes.authenticator());
  const { desk } = await atTheDesk(the);
  expect((await desk.get('/desk/tasks')).text).toContain('No task waits');
  const kept = await the.needs.database.selectFrom('factor_reset_request').select('state').execute();
  expect(kept).toEqual([{ state: 'withdrawn' }]);
});

test('an owner who did not ask stops the request from the email, without logging in', async () => {
  const { the, amara } = await asked();
  const owner = the.browser();
  const link = await notMeOf(the, amara.email);
  await owner.get(link);
  await owner.post('/not-me', { link: link.split('link=')[1] ?? '' });
  const kept = await the.needs.database.selectFrom('factor_reset_request').select('state').execute();
  expect(kept).toEqual([{ state: 'stopped' }]);
  const { desk } = await atTheDesk(the);
  const tasks = await desk.get('/desk/tasks');
  expect(tasks.text).not.toContain('cannot get a security code');
  expect(tasks.text).toContain('this was not me');
});

test('staff who cannot get a code ask at their own address', async () => {
  const the = await portal();
  const gwen = await the.addPerson({ name: 'Gwen Parry', staff: 'agent', factors: ['authenticator'] });
  const browser = the.browser();
  await enterPassword(browser, gwen, '/log-in/staff');
  await browser.get('/log-in/staff/code/cannot-use/ask');
  const sent = await browser.follow(await browser.post('/log-in/staff/code/cannot-use/send', said));
  expect(sent.text).toContain('Support has your request');
  const colleague = await atTheDesk(the, 'agent', 'Hari Bose');
  expect((await colleague.desk.get('/desk/tasks')).text).toContain('Gwen Parry');
});
