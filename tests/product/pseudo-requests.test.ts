import { expect, test } from 'vitest';
import { loggedIn, mainContactAtWork, memberAsks, strangerAsks } from '../support/access-requests.ts';
import { escapedWords, wordsOfServices } from '../support/escaped-words.ts';
import type { Answer } from '../support/portal-browser.ts';
import { addBranch } from '../support/portal-people.ts';

test('every word about asking for access, deciding, and people of several practices comes from a catalogue', async () => {
  const { run, amara, desk } = await mainContactAtWork({ settings: { service: { language: 'pseudo' } } });
  await addBranch(run, 'Z90002001', 'Z90002');
  const qaqa = await run.addPerson({ name: 'Qaqa Qbqb', roles: { Z90003: ['portal/member'] } });
  const qcqc = await run.addPerson({ name: 'Qcqc Qdqd', roles: { Z90002: ['portal/deputy'] } });
  const pages: Answer[] = [];
  const see = async (answer: Promise<Answer>) => {
    const page = await answer;
    pages.push(page);
    return page;
  };

  const asker = await loggedIn(run, qaqa);
  const ask = '/register-organisation/Z90002/access';
  await see(desk.get('/my-people'));
  await see(asker.get('/my-people'));
  await see(asker.get('/account/access'));
  await see(asker.get('/register-organisation/Z90002001'));
  await see(asker.get(ask));
  await see(asker.post(ask, { note: 'q'.repeat(301) }));
  await see(desk.get(ask));
  await see(run.browser().get(ask));
  await see(run.browser().post(ask, { note: 'www.x' }));
  await see(asker.get(`${ask}/sent`));

  const list = '/organisations/Z90002/requests';
  await see(desk.get(list));
  const [own, other, invited, late] = [
    await memberAsks(run, qaqa),
    await strangerAsks(run, { fullName: 'Qeqe', email: 'info@qfqf.example', note: 'Qgqg' }),
    await strangerAsks(run, { fullName: 'Qhqh', email: 'qiqi@qfqf.example', code: 'Z90002001' }),
    await strangerAsks(run, { fullName: 'Qjqj', email: 'qkqk@qfqf.example' }),
  ];
  await see(desk.get(list));
  for (const id of [own, other]) await see(desk.get(`${list}/${id}`));
  await see(desk.post(`${list}/${own}`, {}));
  await see(desk.post(`${list}/${own}`, { roles: 'portal/nothing' }));
  await see(desk.follow(await desk.post(`${list}/${own}`, { roles: 'portal/member' })));
  await see(desk.follow(await desk.post(`${list}/${invited}`, { roles: 'portal/member' })));
  await see(desk.get(`${list}/${other}/refuse`));
  await see(desk.post(`${list}/${other}/refuse`, {}));
  await see(desk.follow(await desk.post(`${list}/${other}/refuse`, { reason: 'elsewhere' })));
  await see(desk.follow(await desk.post(`${list}/${other}/refuse`, { reason: 'elsewhere' })));
  const again = await strangerAsks(run, { fullName: 'Qhqh', email: 'qiqi@qfqf.example' });
  await see(desk.get(`${list}/${again}`));
  await see(desk.post(`${list}/${again}`, { roles: 'portal/member' }));
  await see(desk.get('/my-people'));

  const add = { fullName: 'Qlql', email: 'reception@qfqf.example', places: 'Z90002', roles: 'portal/member' };
  await see(desk.get('/my-people/add'));
  await see(desk.post('/my-people/add', {}));
  await see(desk.post('/my-people/add', { ...add, email: 'x', places: ['Z90002', 'Z90002001'] }));
  await see(desk.post('/my-people/add', { ...add, places: 'Qmqm' }));
  await see(desk.post('/my-people/add', add));
  await see(desk.post('/my-people/add/confirm', add));
  await see(desk.post('/my-people/add/confirm', add));

  const found = await see(desk.get('/my-people/remove?find=qcqc'));
  await see(desk.get('/my-people/remove'));
  await see(desk.get('/my-people/remove?find='));
  await see(desk.get('/my-people/remove?find=qnqn'));
  const member = /member=([0-9a-f-]{36})/.exec(found.html)?.[1] ?? '';
  const removal = { member, chosen: member, because: 'security', note: '' };
  await see(desk.get(`/my-people/remove?member=${member}`));
  await see(desk.post('/my-people/remove', { member }));
  await see(desk.post('/my-people/remove', { ...removal, because: 'other', note: '' }));
  await see(desk.post('/my-people/remove', removal));
  await see(desk.post('/my-people/remove/confirm', removal));
  const self =
    /member=([0-9a-f-]{36})/.exec((await desk.get('/my-people/remove?find=amara')).html)?.[1] ?? '';
  await see(desk.post('/my-people/remove', { ...removal, member: self, chosen: self }));

  await run.runDue();
  run.clock.advance(run.settings.organisations.accessRequestLife);
  await run.runDue();
  const fresh = await loggedIn(run, amara);
  await see(fresh.get(`${list}/${late}`));
  await see(fresh.get('/my-people'));

  const { service, support } = run.settings;
  const data = [
    ...['Amara Osei', 'Qaqa', 'Qbqb', 'Qcqc', 'Qdqd', 'Qeqe', 'Qgqg', 'Qhqh', 'Qjqj', 'Qlql', 'qnqn', 'qcqc'],
    ...['info', 'qiqi', 'qkqk', 'reception'].map((name) => `${name}@qfqf.example`),
    ...[amara, qaqa, qcqc].map(({ email }) => email),
    ...wordsOfServices(run.settings),
    ...['Branch Z90002001', 'Practice Z90002', 'Practice Z90003', 'Z90002001', 'Z90002', 'Z90003'],
    ...[service.name, service.operator, support.email, support.phone, 'q'.repeat(301), 'www.x'],
  ];
  for (const [at, { html, status, headers }] of pages.entries()) {
    const escaped = escapedWords(html, [...data, String(headers['x-request-id'])]);
    expect([at, status < 400 || status === 422, escaped]).toEqual([at, true, []]);
  }
  const messages = await run.inbox();
  expect(new Set(messages.map(({ subject }) => subject)).size).toBeGreaterThan(5);
  const links = messages.flatMap((message) => message.links);
  for (const { subject, html, text } of messages)
    expect([subject, escapedWords(`${html}\n${text}`, [...data, ...links])]).toEqual([subject, []]);
});
