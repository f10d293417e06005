import { expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, type PortalOptions, portal } from '../../../tests/support/portal.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { addBranch } from '../../../tests/support/portal-people.ts';

const practice = 'Z90002';
const address = `/organisations/${practice}/users/new`;
export const ben = {
  email: 'ben.okoro@fern.example',
  fullName: 'Ben Okoro',
  place: 'practice',
  roles: 'portal/member',
  step: 'send',
};

async function asMainContact(options: PortalOptions = {}) {
  const run = await portal({ profile: 'primary-care', ...options });
  const amara = await run.addPerson({ name: 'Amara Osei', mainContactOf: practice });
  return { run, amara, browser: await loggedIn(run, amara) };
}

async function loggedIn(run: Portal, person: AddedPerson) {
  const browser = run.browser();
  await logIn(browser, person);
  return browser;
}

test('[P8 P13] a main contact creates a user for the practice, who is listed as invited and gets an email', async () => {
  const { run, browser } = await asMainContact();
  const form = await browser.get(address);
  for (const shown of ['Create new user', 'Email address', 'Full name', 'Order entry clerk', 'First day'])
    expect(form.text).toContain(shown);
  const sent = await browser.post(address, { ...ben, roles: 'supplies/order-clerk' });
  expect(sent.location).toContain(`/organisations/${practice}/users?done=invited&user=`);
  const [mail] = await run.inbox(ben.email);
  expect(mail?.subject).toBe(`You have been added to Practice ${practice}`);
  for (const told of ['Amara Osei', 'Order entry clerk', 'accept it, and set up your account'])
    expect(mail?.text).toContain(told);
  expect(mail?.codes).toHaveLength(1);
});

test('[P13] somebody can be added to one branch, and an address of the branch works too', async () => {
  const { run, browser } = await asMainContact();
  await addBranch(run, `${practice}001`, practice);
  const form = await browser.get(`/organisations/${practice}001/users/new`);
  const branch = /value="([0-9a-f-]{36})"[^>]*>\s*<label[^>]*>Branch Z90002001/.exec(form.html)?.[1] ?? '';
  await browser.post(`/organisations/${practice}001/users/new`, { ...ben, place: branch });
  const [member] = await run.needs.database
    .selectFrom('member')
    .selectAll()
    .where('full_name', '=', 'Ben Okoro')
    .execute();
  expect(member?.branch_id).toBe(branch);
  expect((await run.inbox(ben.email))[0]?.text).toContain('Branch Z90002001');
});

test.each([
  ['0161 496 0999', '+441614960999'],
  ['01614960999', '+441614960999'],
  ['07111111111', null],
  ['', null],
])('[P14] a person with no mobile is added with the number “%s”', async (phone, dialled) => {
  const { run, browser } = await asMainContact();
  expect((await browser.post(address, { ...ben, phone })).status).toBe(303);
  const kept = await run.needs.database
    .selectFrom('member')
    .select(['phone', 'phone_dialled'])
    .where('full_name', '=', 'Ben Okoro')
    .executeTakeFirstOrThrow();
  expect(kept).toEqual({ phone: phone || null, phone_dialled: dialled });
});

test('[P13] what is wrong is said at its field, and nothing typed is lost', async () => {
  const { browser } = await asMainContact();
  const page = await browser.post(address, {
    ...ben,
    email: 'ben at fern',
    fullName: '',
    roles: '',
    phone: 'none',
    jobTitle: 'Nurse',
    ...{ 'startsOn-day': '31', 'startsOn-month': '2', 'startsOn-year': '2026' },
    ...{ 'endsOn-day': '1', 'endsOn-month': '1', 'endsOn-year': '2020' },
  });
  expect(page.status).toBe(422);
  for (const told of [
    'Enter an email address in the correct format',
    'Enter their full name',
    'Choose at least one role',
    'Enter a phone number',
    'First day must be a real date',
    'Last day must be today or later',
  ])
    expect(page.text).toContain(told);
  expect(page.html).toContain('value="ben at fern"');
  expect(page.html).toContain('value="Nurse"');
});

test.each([
  [{ 'startsOn-day': '31', 'startsOn-month': '2', 'startsOn-year': '2026' }, 'First day must be a real date'],
  [{ 'endsOn-day': '1', 'endsOn-month': '3', 'endsOn-year': '2026' }, 'Last day must be today or later'],
  [{ 'endsOn-day': '1', 'endsOn-month': '3', 'endsOn-year': '2126' }, 'within the next 10 years'],
  [{ 'startsOn-day': '1', 'startsOn-month': '3', 'startsOn-year': '2036' }, 'within the next 2 years'],
  [
    {
      ...{ 'startsOn-day': '9', 'startsOn-month': '3', 'startsOn-year': '2026' },
      ...{ 'endsOn-day': '8', 'endsOn-month': '3', 'endsOn-year': '2026' },
    },
    'Last day must not be before the first day',
  ],
])('[P13] dates that cannot be are told: %o', async (days, words) => {
  const { browser } = await asMainContact();
  expect((await browser.post(address, { ...ben, ...days })).text).toContain(words);
});

test('[P13] roles are copied from a colleague, as far as they are one’s own to give, and nothing typed is lost', async () => {
  const { run } = await asMainContact();
  const colleague = await run.addPerson({
    name: 'Cara Nwosu',
    roles: { [practice]: ['supplies/order-clerk', 'payments/view-claims', 'portal/deputy'] },
  });
  const deputy = await run.addPerson({ name: 'Dev Rana', roles: { [practice]: ['portal/deputy'] } });
  const browser = await loggedIn(run, deputy);
  const id = await memberOf(run, colleague);
  const page = await browser.post(address, { ...ben, roles: '', copyFrom: id, step: 'copy' });
  expect(page.status).toBe(200);
  expect(page.text).toContain('Left out: View claims, Deputy main contact');
  expect(page.html).toMatch(
    /value="supplies\/order-clerk"[^>]* checked|checked=""[^>]*value="supplies\/order-clerk"/,
  );
  expect(page.html).toContain(`value="${ben.email}"`);
  expect((await browser.post(address, { ...ben, step: 'copy' })).text).toContain('Choose the colleague');
});

const memberOf = async (run: Portal, person: AddedPerson) =>
  (
    await run.needs.database
      .selectFrom('member')
      .select('id')
      .where('account_id', '=', person.id)
      .executeTakeFirstOrThrow()
  ).id;

test.each(['reception2@fern.example', 'info@fern.example'])(
  '[P13] %s looks shared: the page says who could log in then, and one may go on',
  async (email) => {
    const { run, browser } = await asMainContact();
    const warned = await browser.post(address, { ...ben, email });
    expect(warned.status).toBe(422);
    expect(warned.text).toContain('Anyone who reads it could log in as this person');
    expect(await run.inbox(email)).toEqual([]);
    const seen = /name="seen" value="([^"]+)"/.exec(warned.html)?.[1] ?? '';
    expect((await browser.post(address, { ...ben, email: `hello@fern.example`, seen })).status).toBe(422);
    expect((await browser.post(address, { ...ben, email, seen })).status).toBe(303);
    expect(await run.inbox(email)).toHaveLength(1);
  },
);

test('a name of mixed alphabets is looked at again', async () => {
  const { browser } = await asMainContact();
  const warned = await browser.post(address, { ...ben, fullName: 'Bеn Okoro' });
  expect(warned.text).toContain('mixes letters of different alphabets');
});

test('[P13] who is a user already is said so, with a way to their page', async () => {
  const { browser } = await asMainContact();
  await browser.post(address, ben);
  const again = await browser.post(address, { ...ben, email: 'BEN.okoro@Fern.example' });
  expect(again.status).toBe(422);
  expect(again.text).toContain('is a user of the practice already');
  expect(again.html).toMatch(/href="\/organisations\/Z90002\/users\/[0-9a-f-]{36}"/);
});

test('[P13] a role that as many have as may cannot be chosen, and the page says so', async () => {
  const { run, browser } = await asMainContact();
  for (let one = 0; one < 4; one += 1)
    await run.addPerson({ name: `Person ${'abcd'[one]}`, roles: { [practice]: ['payments/administrator'] } });
  expect((await browser.get(address)).text).toContain('4 of 4 people have it');
  const page = await browser.post(address, { ...ben, roles: 'payments/administrator' });
  expect(page.text).toContain('Payments administrator: 4 of 4 people have this role already');
});

test('[P16 P18] somebody removed before can be invited again, as a new row', async () => {
  const { run, browser } = await asMainContact();
  await browser.post(address, ben);
  await run.needs.database
    .updateTable('member')
    .set({ state: 'removed', ended_at: run.clock.now() })
    .where('full_name', '=', 'Ben Okoro')
    .execute();
  expect((await browser.post(address, ben)).status).toBe(303);
});
