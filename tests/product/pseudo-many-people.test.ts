import { expect, test } from 'vitest';
import { allRoles, roleKey } from '../../src/organisations/roles/roles.ts';
import { escapedWords, wordsOfServices } from '../support/escaped-words.ts';
import { atTheFiles, headings, inviteAll, practice } from '../support/people-files.ts';
import { addBranch } from '../support/portal-people.ts';

/** One row for nearly everything that can be found in one. */
const rows = [
  ['ada@many.test', 'Qaqa', 'Member', '', 'Qbqb', '01632 960 001'],
  ['', '', ''],
  ['qcqc', 'www.qdqd.test', 'Qeqe; View claims', 'Qfqf', 'q'.repeat(101), '12', '31/02/2027', '1/1/2026'],
  ['qgqg@many.test', 'q'.repeat(101), 'Member', '', '', '', '2027-01-02', '2027-01-01'],
  ['ada@many.test', 'Qaqa', 'Member'],
  ['amara.osei@practice.example', 'Qaqa', 'Member'],
  ['sam.example@your-practice.example', 'Qaqa', 'Member'],
  ['recеption@many.test', 'Qаqa', 'Member', '', '=1+1'],
  ['team@many.test', 'Qaqa', 'Member'],
  ...Array.from({ length: 5 }, (_, index) => [`d${index}@many.test`, 'Qaqa', 'portal/deputy']),
];

test('every word about a file of people comes from a catalogue, whatever is found in it', async () => {
  const { run, browser, send } = await atTheFiles({ settings: { service: { language: 'pseudo' } } });
  await addBranch(run, `${practice}001`, practice);
  const address = `/organisations/${practice}/users/import`;
  const file = [headings, ...rows].map((cells) => cells.join('\t')).join('\n');
  const pages = [await browser.get(address), await send('x'), await send(''), await send('Name\nQaqa')];
  const sent = await send(`Qhqh\t${file.replaceAll('\n', '\n\t')}`);
  pages.push(await browser.get(sent.location));
  await browser.post(sent.location, { decision: 'confirm' });
  pages.push(await browser.get(sent.location));
  await inviteAll(run);
  pages.push(await browser.get(sent.location), await browser.get(address));
  const cancelled = await send(file);
  await browser.post(cancelled.location, { decision: 'cancel' });
  pages.push(await browser.get(cancelled.location));
  const given = [
    ...wordsOfServices(run.settings),
    ...allRoles(run.settings.organisations.services).map(roleKey),
  ];
  const data = [
    ...rows.flat(),
    ...given,
    'Amara Osei',
    `Practice ${practice}`,
    practice,
    'people.csv',
    'Qhqh',
  ];
  const { service, support } = run.settings;
  data.push(service.name, service.operator, support.email, support.phone, 'Qeqe', 'View claims', '1 MB');
  for (const [at, page] of pages.entries()) {
    const requestId = 'headers' in page ? String(page.headers['x-request-id']) : '';
    expect([at, escapedWords(page.html, [...data, requestId])]).toEqual([at, []]);
  }
});
