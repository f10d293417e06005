import { expect, test } from 'vitest';
import { portal } from '../../../../tests/support/portal.ts';
import { days, minutes } from '../../../kernel/duration.ts';

type Portal = Awaited<ReturnType<typeof portal>>;
type Person = Awaited<ReturnType<Portal['addPerson']>>;

const reason = 'Called from the practice number, identity checked';

/** Somebody of the support staff, logged in at the desk. */
async function atTheDesk({ browser, addPerson }: Portal, staff: 'agent' | 'administrator' = 'agent') {
  const person = await addPerson({ name: 'Gwen Parry', email: 'gwen.parry@support.example', staff });
  const desk = browser({ address: '198.51.100.80' });
  await desk.post('/log-in/staff', { identifier: person.email, password: person.password });
  return { desk, staff: person };
}

async function lockOut({ browser }: Portal, person: Person) {
  const stranger = browser({ address: '203.0.113.9' });
  for (let tries = 0; tries < 5; tries += 1)
    await stranger.post('/log-in', { identifier: person.email, password: 'not-the-password' });
}

test('[P6] support sees a locked account, unlocks it, and the person is told and can log in', async () => {
  const it = await portal({ profile: 'primary-care' });
  const amara = await it.addPerson({ mainContactOf: 'Z90002' });
  await lockOut(it, amara);
  const visitor = it.browser();
  const details = { identifier: amara.email, password: amara.password };
  expect((await visitor.post('/log-in', details)).status).toBe(429);

  const { desk } = await atTheDesk(it);
  expect((await desk.get(`/desk/people/${amara.id}`)).text).toContain('Closed until support opens it');
  const done = await desk.follow(await desk.post(`/desk/people/${amara.id}/unlock`, { reason }));
  expect(done.text).toContain('Password entry is open. The person has been told by email.');
  expect(done.text).toContain(`Password entry opened Reason: ${reason}`);
  expect(done.text).toContain('Gwen Parry, support');

  const [message] = await it.inbox(amara.email);
  expect(message?.subject).toBe('You can enter your password again');
  expect((await visitor.post('/log-in', details)).location).toBe('/account');
});
