import { expect, test } from 'vitest';
import { csvFile } from '../../src/organisations/file-rows/csv-cells.ts';
import { journeys } from '../support/journeys.ts';
import { headings, inviteAll, manyPeople, membersOf, practice } from '../support/people-files.ts';
import { runningPortal } from '../support/running-portal.ts';
import type { Visitor } from '../support/visitor.ts';
import * as steps from './steps.ts';

const address = `/organisations/${practice}/users/import`;

/** A main contact with a file of people: with JavaScript and without. */
export function manyPeopleJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);

  async function atTheList() {
    const the = await runningPortal({ profile: 'primary-care' });
    const amara = await the.addPerson({ name: 'Amara Osei', mainContactOf: practice });
    const person = await visit(the);
    await steps.logIn(person, amara);
    await person.open(`/organisations/${practice}/users`);
    await person.follow('Add many from a file');
    return { the, person };
  }

  test('[P8 P13] a file is sent, checked, confirmed with a progress bar, and reported', async () => {
    const { the, person } = await atTheList();
    const good = manyPeople(58);
    const shared = ['reception@many.example', 'Front Desk', 'Member'];
    await send(person, [...good, shared, ['nobody', 'No Body', 'Member; Wizard', '', '', '12']]);
    expect(await person.heading()).toContain('Check people.csv');
    for (const found of ['“nobody” is not an email address', '“Wizard” is not a role here', 'looks shared'])
      expect(await person.text()).toContain(found);
    await person.follow('Page 2');
    await person.page.getByRole('button', { name: 'Invite only the 59 people without problems' }).click();
    await person.page.getByRole('progressbar').waitFor();
    await inviteAll(the);
    await person.page.getByRole('heading', { name: 'What became of people.csv' }).waitFor();
    await person.open(person.page.url());
    expect(await person.text()).toContain('59 people are invited');
    expect(await membersOf(the)).toHaveLength(60);
  });

  test('[P13] a file that is none, and one that is cancelled, leave the list as it is', async () => {
    const { the, person } = await atTheList();
    await person.press('Check the file');
    expect(await person.text()).toContain('Select a CSV file');
    await send(person, 'PK\u0003\u0004');
    expect(await person.page.getByRole('alert').textContent()).toContain('The file is not a CSV file');
    await send(person, manyPeople(2));
    await person.press('Cancel and forget the file');
    expect(await person.text()).toContain('what it said is forgotten');
    expect(await membersOf(the)).toHaveLength(1);
  });

  test('[P13] the template comes as a file, and is taken as it is', async () => {
    const { person } = await atTheList();
    const coming = person.page.waitForEvent('download');
    await person.page.getByRole('link', { name: 'Download the template' }).click();
    const template = await coming;
    expect(template.suggestedFilename()).toBe(`people-${practice}-template.csv`);
    await person.page.getByLabel('CSV file', { exact: true }).setInputFiles(await template.path());
    await person.press('Check the file');
    expect(await person.text()).toContain('The example of the template');
  });
}

async function send(person: Visitor, rows: string[][] | string): Promise<void> {
  if (!person.page.url().endsWith(address)) await person.open(address);
  const content = typeof rows === 'string' ? rows : csvFile([headings, ...rows]);
  const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
  await person.page.getByLabel('CSV file', { exact: true }).setInputFiles(file);
  await person.press('Check the file');
}
