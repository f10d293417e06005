import { expect, test } from 'vitest';
import { allRoles } from '../../src/organisations/roles/roles.ts';
import { escapedWords, wordsOfServices } from '../support/escaped-words.ts';
import { logged, memberOf, practiceCode, practiceWithMainContact } from '../support/people-here.ts';
import type { Answer } from '../support/portal-browser.ts';
import { addBranch } from '../support/portal-people.ts';

const basisOf = (html: string): string =>
  (/name="basis" value="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"');

const end = (day: string, month: string, year: string) => ({
  'endsOn-day': day,
  'endsOn-month': month,
  'endsOn-year': year,
});

test('every word about changing, removing and leaving comes from a catalogue, on pages and in emails', async () => {
  const { run, amara } = await practiceWithMainContact({ settings: { service: { language: 'pseudo' } } });
  await addBranch(run, `${practiceCode}001`, practiceCode);
  const qaqa = await run.addPerson({ name: 'Qaqa Qbqb', roles: { [practiceCode]: ['portal/member'] } });
  const qcqc = await logged(run, { name: 'Qcqc Qdqd', roles: { [practiceCode]: ['portal/member'] } });
  const { browser } = amara;
  const user = `/organisations/${practiceCode}/users/${(await memberOf(run, qaqa)).id}`;
  const leavers = `/organisations/${practiceCode}/leavers`;
  const outside = `/register-organisation/${practiceCode}/left`;
  const pages: Answer[] = [];
  const see = async (answer: Promise<Answer>) => {
    const page = await answer;
    pages.push(page);
    return page;
  };

  const before = basisOf((await see(browser.get(`${user}/details`))).html);
  const details = { basis: before, jobTitle: 'Qeqe', phone: '01632 960 001', branch: '' };
  for (const wrong of [
    { phone: 'qfqf' },
    { jobTitle: 'q'.repeat(81) },
    end('1', '1', '2020'),
    end('40', '1', '2027'),
  ])
    await see(browser.post(`${user}/details`, { ...details, ...wrong }));
  await browser.post(`${user}/details`, { ...details, ...end('10', '3', '2026') });
  await see(browser.post(`${user}/details`, details));
  const roles = basisOf((await see(browser.get(`${user}/roles`))).html);
  await see(browser.post(`${user}/roles`, { basis: roles }));
  await browser.post(`${user}/roles`, { basis: roles, roles: 'supplies/order-clerk' });
  await see(browser.post(`${user}/roles`, { basis: roles, roles: 'portal/member' }));
  await see(browser.get(`${user}/leave`));
  await see(browser.post(`${user}/leave`, {}));
  const returns = { 'returnsOn-day': '1', 'returnsOn-month': '4', 'returnsOn-year': '2026' };
  await browser.post(`${user}/leave`, returns);
  await see(browser.get(`${user}/return`));
  await browser.post(`${user}/return`);
  await see(browser.get(`${user}/has-left`));
  await browser.post(`${user}/has-left`, { note: 'Qgqg' });
  await see(browser.get(`${user}/remove`));
  await see(browser.post(`${user}/remove`, { because: 'other', note: '' }));
  await browser.post(`${user}/remove`, { because: 'left', note: '' });
  await see(browser.get(`${user}/undo`));
  await see(browser.get(`${user}/restore`));
  await see(browser.post(`${user}/restore`, {}));
  await browser.post(`${user}/undo`);
  await see(browser.get(`${user}/reactivate`));
  await see(browser.post(`${user}/reactivate`));

  await see(qcqc.browser.get(leavers));
  await see(qcqc.browser.get(`${leavers}/someone`));
  await see(qcqc.browser.post(`${leavers}/someone`, {}));
  await see(qcqc.browser.follow(await qcqc.browser.post(`${leavers}/someone`, { leaver: 'Qhqh' })));
  await see(qcqc.browser.get(`${leavers}/me`));
  await see(qcqc.browser.post(`${leavers}/me`, {}));
  await see(qcqc.browser.post(`${leavers}/me`, { when: 'later' }));
  await see(run.browser().get(outside));
  await see(run.browser().post(outside, { leaver: 'www.x', saidBy: 'q'.repeat(200) }));
  const visitor = run.browser();
  await see(visitor.follow(await visitor.post(outside, { leaver: 'Qiqi', saidBy: 'Qjqj', note: 'Qkqk' })));
  const list = await see(browser.get(leavers));
  for (const [, report = ''] of list.html.matchAll(/href="([^"]*\/leavers\/[0-9a-f-]{36})"/g))
    await see(browser.get(report));
  await see(browser.post(`${leavers}/me`, { when: 'now' }));
  await see(qcqc.browser.post(`${leavers}/me`, { when: 'now' }));

  const { service, support } = run.settings;
  const data = [
    ...[
      'Amara Osei',
      'Qaqa',
      'Qbqb',
      'Qcqc',
      'Qdqd',
      'Qeqe',
      'Qgqg',
      'Qhqh',
      'Qiqi',
      'Qjqj',
      'Qkqk',
      'qfqf',
      'www.x',
    ],
    ...wordsOfServices(run.settings),
    ...allRoles(run.settings.organisations.services).map(({ name }) => name),
    ...[`Branch ${practiceCode}001`, `Practice ${practiceCode}`, `${practiceCode}001`, practiceCode],
    ...[service.name, service.operator, support.email, support.phone, 'q'.repeat(81), 'q'.repeat(200)],
  ];
  for (const [at, { html, status, headers }] of pages.entries()) {
    const escaped = escapedWords(html, [...data, String(headers['x-request-id'])]);
    expect([at, status < 400 || [409, 422].includes(status), escaped]).toEqual([at, true, []]);
  }
  const messages = await run.inbox();
  expect(new Set(messages.map(({ subject }) => subject)).size).toBeGreaterThan(6);
  const links = messages.flatMap((message) => message.links);
  for (const { subject, html, text } of messages)
    expect([subject, escapedWords(`${html}\n${text}`, [...data, ...links])]).toEqual([subject, []]);
});
