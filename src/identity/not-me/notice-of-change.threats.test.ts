import { expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import type { HeldFactor } from '../../../tests/support/person-codes.ts';
import { type Portal, portal, type StoppedClock, stoppedClock } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { chooseWay, confirmApp, hiddenIn } from '../../../tests/support/set-up.ts';
import { minutes } from '../../kernel/duration.ts';
import { listFactors } from '../second-factors/factor.store.ts';

const base = '/account/security';

/** Time goes on between any two looks at it, as it does where nobody stops it. */
function runningClock(): StoppedClock {
  const clock = stoppedClock(new Date('2026-03-02T09:00:00Z'));
  const now = () => {
    clock.advance(3);
    return clock.now();
  };
  return { now, advance: clock.advance };
}

async function thiefInside(factors: HeldFactor[]) {
  const the = await portal({ clock: runningClock() });
  const amara = await the.addPerson({ factors });
  const thief = the.browser();
  await logIn(thief, amara);
  return { the, amara, thief };
}

/** The owner presses the link of the notice that tells of the change itself. */
async function sayNotMe(the: Portal, { email }: AddedPerson, subject: string) {
  const notice = (await the.inbox(email)).find((message) => message.subject.includes(subject));
  const link = notice?.links.find((each) => each.includes('/not-me')) ?? '';
  const owner = the.browser();
  await owner.get(link);
  expect((await owner.post('/not-me', { link: link.split('link=')[1] ?? '' })).status).toBe(200);
}

const all = ({ needs }: Portal, { id }: AddedPerson) => listFactors(needs.database, id, 'portal');
const kindsOf = async (the: Portal, person: AddedPerson) =>
  (await all(the, person)).map(({ kind }) => kind).sort();

test('[C4] the notice that tells of a new way to get a code takes that very one away', async () => {
  const { the, amara, thief } = await thiefInside(['authenticator']);
  const page = await chooseWay(thief, `${base}/add`, 'authenticator');
  await confirmApp(thief, `${base}/add`, page, the.clock.now());
  expect(await kindsOf(the, amara)).toEqual(['authenticator', 'authenticator']);
  await sayNotMe(the, amara, 'How you get into');
  expect(await kindsOf(the, amara)).toEqual(['authenticator']);
});

test('[C4] the notice that tells of one removed brings that very one back', async () => {
  const { the, amara, thief } = await thiefInside(['authenticator', 'text']);
  const address = `${base}/${(await all(the, amara)).find(({ kind }) => kind === 'text')?.id}/remove`;
  await thief.get(address);
  await thief.post(address);
  expect(await kindsOf(the, amara)).toEqual(['authenticator']);
  await sayNotMe(the, amara, 'How you get into');
  expect(await kindsOf(the, amara)).toEqual(['authenticator', 'text']);
});

async function swap(the: Portal, amara: AddedPerson, thief: Browser) {
  const page = await chooseWay(thief, `${base}/add`, 'authenticator');
  await confirmApp(thief, `${base}/add`, page, the.clock.now());
  const [owners] = await all(the, amara);
  await thief.get(`${base}/${owners?.id}/remove`);
  await thief.post(`${base}/${owners?.id}/remove`);
  return owners;
}

test('[C4] the newest notice alone takes back a whole sitting: the thief’s way added, then the owner’s removed', async () => {
  const { the, amara, thief } = await thiefInside(['authenticator']);
  the.clock.advance(minutes(1));
  const owners = await swap(the, amara, thief);
  expect(await all(the, amara)).not.toContainEqual(expect.objectContaining({ id: owners?.id }));
  await sayNotMe(the, amara, 'How you get into');
  expect((await all(the, amara)).map(({ id }) => id)).toEqual([owners?.id]);
});

test('what the owner did themselves some time before stays, and so does what was their first', async () => {
  const { the, amara, thief } = await thiefInside([]);
  const first = await chooseWay(thief, `${base}/add`, 'authenticator');
  await confirmApp(thief, `${base}/add`, first, the.clock.now());
  const [owners] = await all(the, amara);
  the.clock.advance(minutes(2));
  const codes = await chooseWay(thief, `${base}/add`, 'recovery-codes');
  await thief.post(`${base}/add/codes`, { setUp: hiddenIn(codes, 'setUp'), saved: 'yes' });
  expect(await kindsOf(the, amara)).toEqual(['authenticator', 'recovery-codes']);
  await sayNotMe(the, amara, 'How you get into');
  expect((await all(the, amara)).map(({ id }) => id)).toEqual([owners?.id]);
});

test('whoever reads a stolen mailbox cannot press “this was not me” without the owner’s phones hearing of it', async () => {
  const { the, amara, thief } = await thiefInside(['authenticator', 'text']);
  const address = `${base}/${(await all(the, amara)).find(({ kind }) => kind === 'text')?.id}/remove`;
  await thief.get(address);
  await thief.post(address);
  await sayNotMe(the, amara, 'How you get into');
  const [text] = await the.inbox(amara.codes.number);
  expect([text?.text, text?.links]).toEqual([
    expect.stringContaining('Everybody was logged out. If you did not press it, call'),
    [],
  ]);
});
