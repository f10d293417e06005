import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { invite, linkOf, secretOf, withMainContact } from '../../../tests/support/invited-people.ts';
import { logIn } from '../../../tests/support/main-job.ts';

const ben = { email: 'ben.okoro@fern.example', fullName: 'Ben Okoro' };

async function notKnown() {
  const { run, amara } = await withMainContact();
  const id = await invite(run, ben);
  const link = secretOf(await linkOf(run, ben.email));
  const reader = run.browser();
  await reader.get(`/invitation/refuse?link=${link}`);
  await reader.post('/invitation/refuse', { link, refusal: 'not-me' });
  return { run, amara, id };
}

test('support sees who invited whom where, and finishes with what was found on record', async () => {
  const { run, id, amara } = await notKnown();
  const { desk } = await atTheDesk(run);
  const tasks = await desk.get('/desk/tasks');
  expect(tasks.text).toContain('Look at an invitation: “this is not me”');
  expect(tasks.html).toContain(`/desk/invitations/${id}`);
  const page = await desk.get(`/desk/invitations/${id}`);
  for (const shown of ['Ben Okoro', ben.email, 'Amara Osei', 'Practice Z90002', 'Member'])
    expect(page.text).toContain(shown);
  expect(page.html).toContain(`/desk/people/${amara.id}`);
  expect((await desk.post(`/desk/invitations/${id}`, { reason: '' })).text).toContain('Enter what you found');
  const done = await desk.post(`/desk/invitations/${id}`, { reason: 'Mistyped; the practice knows him.' });
  expect(done.location).toBe('/desk/tasks');
  expect((await desk.get(`/desk/invitations/${id}`)).text).toContain('Gwen Parry looked at this on');
});

test('of two who finish it at once one is told', async () => {
  const { run, id } = await notKnown();
  const { desk } = await atTheDesk(run);
  const other = await atTheDesk(run, 'administrator');
  for (const browser of [desk, other.desk]) await browser.get(`/desk/invitations/${id}`);
  const answers = await Promise.all(
    [desk, other.desk].map((browser) => browser.post(`/desk/invitations/${id}`, { reason: 'Seen.' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
});

test('nobody but staff sees it, and no other invitation is shown so', async () => {
  const { run, id, amara } = await notKnown();
  const other = await invite(run, { email: 'cara@fern.example', fullName: 'Cara Nwosu' });
  const { desk } = await atTheDesk(run);
  expect((await desk.get(`/desk/invitations/${other}`)).status).toBe(404);
  expect((await desk.get('/desk/invitations/none')).status).toBe(404);
  const browser = run.browser();
  await logIn(browser, amara);
  expect((await browser.get(`/desk/invitations/${id}`)).status).toBe(303);
});
