import { expect, test } from 'vitest';
import { days } from '../../src/kernel/duration.ts';
import { journeys } from '../support/journeys.ts';
import { runningPortal } from '../support/running-portal.ts';
import type { Visitor } from '../support/visitor.ts';
import * as steps from './steps.ts';

const clerk = 'supplies/order-clerk';

/** Who keeps access twice a year, and who goes where when a practice closes: with JavaScript and without. */
export function reviewsAndClosuresJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);

  /** A practice with four people, one of whom works elsewhere too. */
  async function peopled() {
    const settings = { secondFactor: { needed: 'nobody' } };
    const the = await runningPortal({ profile: 'primary-care', at: '2026-01-05T09:00Z', settings });
    const amara = await the.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
    await the.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/deputy'] } });
    await the.addPerson({ name: 'Kim Lee', roles: { Z90002: [clerk] }, email: 'reception@fern.example' });
    await the.addPerson({ name: 'Max Bell', roles: { Z90002: [clerk], Z90003: [clerk] } });
    await the.addPerson({ name: 'Una Fry', mainContactOf: 'Z90003' });
    return { the, amara, visitor: () => visit(the) };
  }

  const answer = (person: Visitor, name: string, decision: 'Keep' | 'Remove') =>
    person.page.getByRole('group', { name, exact: true }).getByLabel(decision, { exact: true }).check();

  test('[P12] a review: who stands out comes first, each is kept or removed, and the result is on record', async () => {
    const { the, amara, visitor } = await peopled();
    the.clock.advance(days(182));
    const link = (await the.inbox(amara.email))[0]?.links.find((one) => one.endsWith('/review')) ?? '';
    const person = await visitor();
    await steps.logIn(person, amara);
    await person.open(link);
    expect(await person.heading()).toContain('Review who has access');
    expect(await person.text()).toMatch(/Look at these people first.*Kim Lee.*looks shared/);
    await answer(person, 'Kim Lee', 'Remove');
    await person.press('Continue');
    expect(await person.text()).toContain('Choose keep or remove for Max Bell');
    await person.page.getByRole('link', { name: 'Choose keep or remove for Max Bell' }).click();
    await answer(person, 'Max Bell', 'Keep');
    await answer(person, 'Dev Shah', 'Keep');
    await person.press('Save and come back later');
    expect(await person.text()).toContain('Your answers are saved');
    await person.press('Continue');
    expect(await person.heading()).toContain('Finish the review');
    expect(await person.text()).toContain('Kim Lee, reception@fern.example');
    await person.press('Finish the review');
    expect(await person.text()).toMatch(/The review is finished.*Kept2Removed1/);
    await person.follow('Back to reviews');
    expect(await person.text()).toMatch(/No review is waiting.*Reviews until now.*Amara Osei/);
  });

  test('[P12 P18] a closed practice: staff name who takes over, and move the people they choose', async () => {
    const { the, visitor } = await peopled();
    const practice = await the.needs.database
      .updateTable('organisation')
      .set({ status: 'closed', closed_on: '2026-01-05' })
      .where('code', '=', 'Z90002')
      .returning('id')
      .executeTakeFirstOrThrow();
    await the.runDue();
    const agent = await the.addPerson({
      name: 'Gwen Parry',
      email: 'gwen.parry@support.example',
      staff: 'agent',
    });
    const support = await visitor();
    await steps.logInToDesk(support, agent);
    await support.follow('Tasks');
    await support.open(`/desk/organisations/${practice.id}`);
    expect(await support.text()).toContain('Its people can look until 5 April 2026');
    await support.fill({ 'Unique ID of the practice that takes over': 'Z90002' });
    await support.press('Name the successor');
    expect(await support.text()).toContain('Enter the unique ID of another practice');
    await support.fill({ 'Unique ID of the practice that takes over': 'z90003' });
    await support.press('Name the successor');
    await support.follow('Move people to the successor');
    await support.press('Continue');
    expect(await support.text()).toContain('Choose at least one person');
    for (const name of ['Amara Osei', 'Kim Lee', 'Max Bell'])
      await support.page.getByLabel(name, { exact: true }).check();
    await support.press('Continue');
    expect(await support.heading()).toContain('Check before moving');
    expect(await support.text()).toContain('Main contact: given by the successor itself');
    await support.press('Move 3 people');
    expect(await support.text()).toMatch(/The people you chose are moved.*Dev Shah/);
    const kim = await visitor();
    await steps.logIn(kim, { email: 'reception@fern.example', password: 'Three-sunny-gates-1' });
    await kim.open('/organisations/Z90003');
    expect(await kim.text()).toContain('Practice Z90003');
  });
}
