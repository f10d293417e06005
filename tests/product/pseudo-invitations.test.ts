import { expect, test } from 'vitest';
import { days } from '../../src/kernel/duration.ts';
import { atTheDesk } from '../support/at-the-desk.ts';
import { escapedWords, wordsOfServices } from '../support/escaped-words.ts';
import { codeOf, invite, linkOf, secretOf, withMainContact } from '../support/invited-people.ts';
import { logIn } from '../support/main-job.ts';
import type { Answer } from '../support/portal-browser.ts';
import { addBranch } from '../support/portal-people.ts';

const ben = { email: 'ben.okoro@fern.example', fullName: 'Ben Okoro' };
const users = '/organisations/Z90002/users';
const posted = { ...ben, place: 'practice', roles: 'portal/member', step: 'send' };

test('every word of inviting people, and of answering, comes from a catalogue', async () => {
  const { run, amara } = await withMainContact({ settings: { service: { language: 'pseudo' } } });
  const other = await run.addPerson({
    name: 'Cara Nwosu',
    email: 'cara@fern.example',
    roles: { Z90002: ['portal/deputy'] },
  });
  await addBranch(run, 'Z90002001', 'Z90002');
  await run.needs.database.updateTable('account').set({ preferred_language: null }).execute();
  const seen: Answer[] = [];
  const see = async (answer: Promise<Answer>) => {
    seen.push(await answer);
    return seen.at(-1) as Answer;
  };
  const admin = run.browser();
  await logIn(admin, amara);
  const form = await see(admin.get(`${users}/new`));
  const colleague = /<option value="([0-9a-f-]{36})">Cara/.exec(form.html)?.[1] ?? '';
  await see(admin.post(`${users}/new`, { step: 'copy', copyFrom: colleague }));
  await see(admin.post(`${users}/new`, { step: 'copy' }));
  await see(admin.post(`${users}/new`, { 'startsOn-day': '99', email: 'x' }));
  await see(admin.post(`${users}/new`, { ...posted, email: 'info@fern.example', fullName: 'Bеn' }));
  await see(admin.post(`${users}/new`, { ...posted, email: amara.email }));
  const id = await invite(run, ben);
  const manage = `${users}/${id}/invitation`;
  await see(admin.get(manage));
  await see(admin.get(`${manage}?step=cancel`));
  await see(admin.post(manage, { ...ben, email: 'team@fern.example' }));
  await see(admin.post(manage, { ...ben, email: amara.email }));
  await see(admin.post(manage, { ...ben, fullName: '' }));
  const link = secretOf(await linkOf(run, ben.email));
  const stranger = run.browser();
  for (const address of ['/invitation', `/invitation?link=${link}`, `/invitation/refuse?link=${link}`])
    await see(stranger.get(address));
  await see(stranger.get('/invitation?link=none'));
  await see(stranger.post('/invitation/code', { email: '', code: '' }));
  await see(stranger.post('/invitation/code', { email: ben.email, code: '1' }));
  await see(stranger.post('/invitation/refuse', { link }));
  await see(admin.get(`/invitation?link=${link}`));
  run.clock.advance(days(7));
  await run.runDue();
  await see(stranger.get(`/invitation?link=${link}`));
  const newest = secretOf(await linkOf(run, ben.email));
  await see(stranger.post('/invitation/refuse', { link: newest, refusal: 'not-me' }));
  await see(stranger.get(`/invitation?link=${newest}`));
  await logIn(admin, amara);
  await see(admin.get(manage));
  const { desk, name: agent } = await atTheDesk(run);
  await run.needs.database.updateTable('account').set({ preferred_language: null }).execute();
  await see(desk.get(`/desk/invitations/${id}`));
  await see(desk.post(`/desk/invitations/${id}`, { reason: '' }));
  await desk.post(`/desk/invitations/${id}`, { reason: '12345' });
  await see(desk.get(`/desk/invitations/${id}`));
  const second = await invite(run, { email: 'dev@fern.example', fullName: 'Dev Rana' });
  const dev = await run.addPerson({ name: 'Dev Rana', email: 'dev@fern.example' });
  await run.needs.database.updateTable('account').set({ preferred_language: null }).execute();
  const own = run.browser();
  await see(own.get(await linkOf(run, dev.email)));
  await logIn(own, dev);
  for (const address of ['/account', '/account/invitations', `/account/invitations/${second}`])
    await see(own.get(address));
  await see(own.post(`/account/invitations/${second}`));
  await see(own.get('/account/invitations'));
  const third = await invite(run, { email: 'eve@fern.example', fullName: 'Eve Rana' });
  const lost = secretOf(await linkOf(run, 'eve@fern.example'));
  run.clock.advance(days(15));
  await see(stranger.get(`/invitation?link=${lost}`));
  await see(stranger.post('/invitation/again', { link: lost }));
  const { service, support } = run.settings;
  const messages = await run.inbox();
  const data = [
    ...[amara, other, dev].flatMap(({ name, email }) => [name, email]),
    ...[agent, 'Ben Okoro', 'Bеn', 'Eve Rana', ben.email, 'info@fern.example', 'team@fern.example'],
    ...['eve@fern.example', 'Practice Z90002', 'Branch Z90002001', 'Z90002001', 'Z90002', third],
    ...[service.name, service.operator, run.config.origin, support.email, support.phone],
    ...Object.values(support.hours),
    ...wordsOfServices(run.settings),
    ...messages.flatMap(({ links, codes }) => [...links, ...codes]),
    await codeOf(run, ben.email),
    ...seen.map(({ headers }) => String(headers['x-request-id'])),
  ];
  const statuses = new Set(seen.map(({ status }) => status));
  for (const status of [303, 403, 404, 500]) expect(statuses).not.toContain(status);
  for (const [at, { html }] of seen.entries()) expect([at, escapedWords(html, data)]).toEqual([at, []]);
  for (const { subject, html, text } of messages)
    expect(escapedWords(`${subject}\n${html || text}`, data)).toEqual([]);
});
