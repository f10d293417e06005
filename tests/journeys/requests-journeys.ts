import { expect, test } from 'vitest';
import { journeys } from '../support/journeys.ts';
import { addBranch } from '../support/portal-people.ts';
import { runningPortal } from '../support/running-portal.ts';
import type { Visitor } from '../support/visitor.ts';
import * as steps from './steps.ts';

/** Somebody asks for access, and the main contact of two practices decides; with JavaScript and without. */
export function requestsJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);

  async function twoPractices() {
    const the = await runningPortal({ profile: 'primary-care', wholeProfile: false });
    const roles = { Z90002: ['portal/main-contact'], Z90003: ['portal/main-contact'] };
    const amara = await the.addPerson({ name: 'Amara Osei', roles });
    await addBranch(the, 'Z90002009', 'Z90002');
    const visitor = () => visit(the);
    const desk = await visitor();
    await steps.logIn(desk, amara);
    return { the, desk, visitor };
  }

  async function choose(visitor: Visitor, ...labels: string[]) {
    for (const label of labels) await visitor.page.getByLabel(label, { exact: true }).check();
  }

  test('[P11 P19] somebody who is logged in asks for another practice, and its main contact approves', async () => {
    const { the, desk, visitor } = await twoPractices();
    const ben = await the.addPerson({ name: 'Ben Okoro', roles: { Z90005: ['portal/member'] } });
    const person = await visitor();
    await steps.logIn(person, ben);
    await person.open('/account/access');
    await person.follow('Ask for access to another practice');
    await person.fill({ 'Find your practice': 'Z90002' });
    await person.press('Find');
    await person.follow('Ask for access');
    expect(await person.text()).toContain(ben.email);
    await person.fill({ 'Anything they should know (optional)': 'I cover on Fridays.' });
    await person.press('Send the request');
    expect(await person.text()).toContain('Request sent');
    expect(await person.text()).not.toContain('Amara');

    await desk.open('/my-people');
    await desk.follow('Ben Okoro asks for access');
    expect(await desk.text()).toContain('I cover on Fridays.');
    await desk.press('Approve the request');
    expect(await desk.text()).toContain('Choose at least one role');
    await choose(desk, 'Member');
    await desk.press('Approve the request');
    expect(await desk.text()).toContain('Ben Okoro has access now');
    await person.open('/account/access');
    expect(await person.text()).toContain('Practice Z90002');
  });

  test('[P19] a stranger asks a branch, and is refused kindly', async () => {
    const { the, desk, visitor } = await twoPractices();
    const person = await visitor();
    await person.open('/register-organisation/Z90002009');
    await person.follow('Ask for access to this branch');
    await person.press('Send the request');
    expect(await person.heading()).toContain('Ask for access');
    await person.fill({ 'Full name': 'Cara Nwosu', 'Your work email address': 'cara@practice.example' });
    await person.press('Send the request');
    await desk.open('/organisations/Z90002/requests');
    await desk.follow('Decide about Cara Nwosu');
    await desk.follow('Refuse the request');
    await desk.press('Refuse the request');
    expect(await desk.text()).toContain('Choose why you refuse');
    await choose(desk, 'They do not work here, or not any more');
    await desk.press('Refuse the request');
    expect(await desk.text()).toContain('The request of Cara Nwosu is refused');
    await desk.follow('Cara Nwosu');
    expect(await desk.text()).toContain('Amara Osei');
    expect((await the.inbox('cara@practice.example'))[0]?.text).toContain('not approved');
  });

  test('[P12 P13] one person is added to two practices, and removed from both, each after a preview', async () => {
    const { the, desk } = await twoPractices();
    await desk.open('/my-people');
    await desk.follow('Add a person to several');
    await desk.press('See what will happen');
    expect(await desk.text()).toContain('Enter their full name');
    await desk.fill({ 'Full name': 'Rita Lund', 'Work email address': 'rita@practice.example' });
    await choose(desk, 'Practice Z90002 (Z90002)', 'Practice Z90003 (Z90003)', 'Member');
    await desk.press('See what will happen');
    await desk.press('Change this');
    expect(await desk.page.getByLabel('Full name', { exact: true }).inputValue()).toBe('Rita Lund');
    await desk.press('See what will happen');
    await desk.press('Add them');
    expect(await desk.heading()).toBe('This is what was done');
    await desk.follow('Back to my people');
    await desk.follow('Remove a person from several');
    await desk.fill({ 'Who?': 'nobody at all' });
    await desk.press('Find');
    expect(await desk.text()).toContain('Nobody among your people fits');
    await desk.fill({ 'Who?': 'rita' });
    await desk.press('Find');
    await desk.follow('Rita Lund');
    await choose(desk, 'Practice Z90002 (Z90002)', 'Practice Z90003 (Z90003)', 'They have left');
    await desk.press('See what will happen');
    await desk.press('Remove their access');
    expect(await desk.text()).toMatch(/Access ended.*Access ended/);
    const live = await the.needs.database
      .selectFrom('member')
      .select('id')
      .where('full_name', '=', 'Rita Lund')
      .where('state', '<>', 'removed')
      .execute();
    expect(live).toEqual([]);
  });
}
