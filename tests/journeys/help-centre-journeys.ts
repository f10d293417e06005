import { expect, test } from 'vitest';
import { fillWithArticles } from '../support/help-centre.ts';
import { journeys } from '../support/journeys.ts';
import { sharedPortal } from '../support/running-portal.ts';
import * as steps from './steps.ts';

/** How people find an article, and how one comes to be there: with JavaScript and without. */
export function helpCentreJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);
  const shared = sharedPortal({
    profile: 'patient-portal',
    settings: { secondFactor: { needed: 'nobody' } },
  });

  test('[C3] without an account: from the footer to a subject, an article, and what is related to it', async () => {
    const the = shared();
    await fillWithArticles(the);
    const visitor = await visit(the);
    await visitor.open('/log-in');
    await visitor.follow('Help');
    expect(await visitor.heading()).toBe('Help');
    expect(await visitor.text()).toContain('Frequently asked questions');
    await visitor.follow('Logging in');
    expect(await visitor.heading()).toBe('Logging in');
    await visitor.follow('My account is locked');
    expect(await visitor.heading()).toBe('My account is locked');
    expect(await visitor.text()).toMatch(/Modified on \d+ \w+ \d{4}/);
    const related = visitor.page.getByRole('heading', { name: 'Related help' });
    expect(await related.count()).toBe(1);
    await visitor.follow('I cannot log in');
    expect(await visitor.heading()).toBe('I cannot log in');
    await visitor.follow('Contact us');
  });

  test('[C3] an editor writes an article, looks at it first, publishes it, and takes it away again', async () => {
    const the = shared();
    const editor = await the.addPerson({
      name: 'Eilidh Ross',
      email: 'eilidh@support.example',
      staff: 'editor',
    });
    const staff = await visit(the);
    await steps.logInToDesk(staff, editor);
    await staff.follow('Help centre');
    await staff.follow('Categories');
    await staff.follow('Add a category');
    await staff.fill({ Title: 'Opening hours', Description: 'When we are there.' });
    await staff.press('Save');
    await staff.follow('Articles');
    await staff.follow('Write an article');
    await staff.press('Publish');
    expect(await staff.text()).toContain('Enter a title');
    await staff.fill({ Title: 'When are you open?', Text: '## Weekdays\n\nFrom **8am** to 6pm.' });
    await staff.page.getByLabel('Category', { exact: true }).selectOption('Opening hours');
    await staff.page.getByLabel('It is a frequently asked question').check();
    await staff.press('Preview');
    const preview = staff.page.getByRole('region', { name: 'Preview' });
    expect(await preview.getByRole('heading', { name: 'Weekdays' }).count()).toBe(1);
    await staff.press('Publish');
    expect(await staff.text()).toContain('The article is published');

    const reader = await visit(the);
    await reader.open('/help');
    await reader.follow('When are you open?');
    expect(await reader.text()).toContain('From 8am to 6pm.');

    await staff.follow('Archive');
    await staff.press('Archive the article');
    expect(await staff.text()).toContain('The article is archived');
    await reader.open('/help/opening-hours/when-are-you-open');
    expect(await reader.heading()).toBe('This help article is no longer here');
  });

  test('two editors at once: the second sees what the first changed, and puts it together', async () => {
    const the = shared();
    const people = [
      await the.addPerson({ name: 'Ada Lis', email: 'ada@support.example', staff: 'editor' }),
      await the.addPerson({ name: 'Ben Roe', email: 'ben@support.example', staff: 'editor' }),
    ] as const;
    const [ada, ben] = [await visit(the), await visit(the)];
    await steps.logInToDesk(ada, people[0]);
    await steps.logInToDesk(ben, people[1]);
    await ada.open('/desk/articles/categories/new');
    await ada.fill({ Title: 'Parking' });
    await ada.press('Save');
    await ada.open('/desk/articles/new');
    await ada.fill({ Title: 'Where can I park?', Text: 'Behind the house.' });
    await ada.page.getByLabel('Category', { exact: true }).selectOption('Parking');
    await ada.press('Publish');
    await ada.follow('Change the text');
    await ben.open(new URL(ada.page.url()).pathname);
    await ada.fill({ Text: 'Behind the house.\n\nIt is free.' });
    await ada.press('Publish');
    await ben.fill({ Text: 'Behind the house, on the left.' });
    await ben.press('Publish');
    expect(await ben.text()).toContain('Ada Lis saved another version while you were writing');
    expect(await ben.page.locator('ins').textContent()).toContain('It is free.');
    expect(await ben.page.getByLabel('Text', { exact: true }).inputValue()).toContain('on the left');
    await ben.fill({ Text: 'Behind the house, on the left.\n\nIt is free.' });
    await ben.press('Publish');
    await ben.open('/help/parking/where-can-i-park');
    expect(await ben.text()).toMatch(/on the left\.\s*It is free\./);
  });
}
