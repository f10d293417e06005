import { expect, test } from 'vitest';
import { journeys } from '../support/journeys.ts';
import { sharedPortal } from '../support/running-portal.ts';
import { aHeic, aPdf } from '../support/sample-files.ts';
import type { Visitor } from '../support/visitor.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** Somebody sends files with what they ask. */
export function filesJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);
  const the = sharedPortal({ profile: 'recommended' });

  test('files go with a question: what is wrong is said, what is right stays, and one is taken out', async () => {
    const person = await visit(the());
    await person.open('/tickets/new/other');
    await choose(
      person,
      ['letter.pdf', aPdf()],
      ['photo.heic', await aHeic()],
      ['logo.svg', Buffer.from(svg)],
    );
    await person.press('Send');
    expect(await person.text()).toContain(
      'logo.svg is a web page, a drawing or a document with instructions',
    );
    expect(await keptFiles(person)).toEqual(['letter.pdf (1 kB)', 'photo.heic (1 kB)']);

    await person.press('Remove photo.heic');
    expect(await keptFiles(person)).toEqual(['letter.pdf (1 kB)']);
    await person.fill({ 'Your full name': 'Amara Okafor', 'Your email address': 'amara@patient.example' });
    await person.go(() => person.page.getByLabel('Your full name').press('Enter'));
    expect(await keptFiles(person)).toEqual(['letter.pdf (1 kB)']);

    await person.fill({ 'What is it about, in a few words?': 'A letter', 'What happened?': 'It came.' });
    await person.press('Send');
    expect(await person.heading()).toContain('Check your email');
    await the().runDue();
    const { rows } = await the().database.pool.query('SELECT name, state FROM attachment');
    expect(rows).toEqual([{ name: 'letter.pdf', state: 'clean' }]);
  });
}

const choose = ({ page }: Visitor, ...files: [name: string, content: Buffer][]) =>
  page
    .getByLabel('Add files (optional)')
    .setInputFiles(files.map(([name, buffer]) => ({ name, buffer, mimeType: 'application/octet-stream' })));

const keptFiles = async ({ page }: Visitor): Promise<string[]> => {
  const items = await page
    .getByRole('group', { name: 'Files with this message' })
    .getByRole('listitem')
    .allTextContents();
  return items.map((item) => item.replace(/\s*Remove.*$/s, '').trim());
};
