import { expect, test } from 'vitest';
import { journeys } from '../support/journeys.ts';
import { memberOf, practiceCode } from '../support/people-here.ts';
import { addBranch } from '../support/portal-people.ts';
import { runningPortal } from '../support/running-portal.ts';
import type { Visitor } from '../support/visitor.ts';
import * as steps from './steps.ts';

/** A main contact changes, suspends, removes and restores somebody; people say who has left. */
export function changePersonJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);

  async function practice() {
    const the = await runningPortal({ profile: 'primary-care', wholeProfile: false });
    const amara = await the.addPerson({ name: 'Amara Osei', mainContactOf: practiceCode });
    const ben = await the.addPerson({ name: 'Ben Okoro', roles: { [practiceCode]: ['portal/member'] } });
    await addBranch(the, `${practiceCode}001`, practiceCode);
    const visitor = () => visit(the);
    const main = await visitor();
    await steps.logIn(main, amara);
    return { the, ben, main, visitor, user: (await memberOf(the, ben)).id };
  }

  const tick = (visitor: Visitor, label: string) => visitor.page.getByLabel(label, { exact: true }).check();

  test('[P12] a main contact changes details and roles, and sees what is wrong', async () => {
    const { main, user } = await practice();
    await main.open(`/organisations/${practiceCode}/users/${user}/details`);
    await main.fill({ 'Job title (optional)': 'Practice nurse' });
    const endsOn = async (day: string, month: string, year: string) => {
      for (const [part, value] of Object.entries({ day, month, year }))
        await main.page.locator(`[name="endsOn-${part}"]`).fill(value);
    };
    await endsOn('31', '2', '2027');
    await main.press('Save the changes');
    expect(await main.text()).toContain('End date must be a real date');
    await endsOn('31', '7', '2027');
    await tick(main, `Only Branch ${practiceCode}001 (${practiceCode}001)`);
    await main.press('Save the changes');
    expect(await main.text()).toContain('The details of Ben Okoro are changed');
    await main.open(`/organisations/${practiceCode}/users/${user}/roles`);
    await tick(main, 'Order entry clerk');
    await main.press('Save the roles');
    expect(await main.text()).toContain('The roles of Ben Okoro are changed');
  });

  test('[P12] somebody goes on leave, is back, is removed, and the removal is undone', async () => {
    const { the, main, user } = await practice();
    const address = `/organisations/${practiceCode}/users/${user}`;
    await main.open(`${address}/leave`);
    await main.press('Stop their access until then');
    expect(await main.text()).toContain('Enter the day they are expected back');
    const next = String(the.clock.now().getUTCFullYear() + 1);
    await main.fill({ Day: '1', Month: '6', Year: next });
    await main.press('Stop their access until then');
    expect(await main.text()).toContain('Ben Okoro is on leave');
    await main.open(`${address}/return`);
    await main.press('Give the access back');
    await main.open(`${address}/remove`);
    await main.press('Remove their access');
    expect(await main.text()).toContain('Choose why you remove them');
    await tick(main, 'They have moved to another practice');
    await main.press('Remove their access');
    expect(await main.text()).toContain('has no access to this organisation any more');
    await main.open(`${address}/restore`);
    await main.open(`${address}/undo`);
    await main.press('Give the access back');
    expect(await main.text()).toContain('Ben Okoro has access again, as before');
  });

  test('[P12] people say who has left, logged in or not, and the main contact settles it', async () => {
    const { main, ben, visitor } = await practice();
    const stranger = await visitor();
    await stranger.open(`/register-organisation/${practiceCode}/left`);
    await stranger.press('Send');
    await stranger.fill({ 'Full name of who has left': 'Cora Lane' });
    await stranger.press('Send');
    expect(await stranger.heading()).toContain('Thank you');
    await main.open(`/organisations/${practiceCode}/leavers`);
    await main.page.getByRole('link', { name: 'Look at it for Cora Lane' }).waitFor();
    await main.go(() => main.page.getByRole('link', { name: 'Look at it for Cora Lane' }).click());
    await tick(main, 'We do not know anybody of this name');
    await main.press('Save the answer');
    expect(await main.text()).toContain('Your answer is saved');
    const own = await visitor();
    await steps.logIn(own, ben);
    await own.open(`/organisations/${practiceCode}/leavers`);
    await own.follow('Somebody else has left');
    await own.open(`/organisations/${practiceCode}/leavers/me`);
    await tick(own, 'Now');
    await own.press('I have left');
    expect(await own.heading()).toContain('Your access has ended');
  });
}
