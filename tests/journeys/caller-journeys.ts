import { expect, test } from 'vitest';
import { journeys } from '../support/journeys.ts';
import { sharedPortal } from '../support/running-portal.ts';
import * as steps from './steps.ts';

/** Staff take calls in a browser, and look at how support is doing; with JavaScript and without. */
export function callerJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);
  const portal = sharedPortal({ profile: 'primary-care', wholeProfile: false });

  test('[P6 P8] somebody calls, proves who they are by a code sent to a contact on record, and is helped and called back', async () => {
    const caller = await portal().addPerson({ name: 'Asha Rowe', email: 'asha.rowe@fernhollow.example' });
    const person = await portal().addPerson({ email: 'gwen.parry@support.example', staff: 'agent' });
    const agent = await visit(portal());
    await steps.logInToDesk(agent, person);
    await agent.open('/desk/tickets');
    await agent.follow('Open a ticket for a caller');
    await agent.press('Open the ticket');
    expect(await agent.text()).toContain('Enter the full name of the caller');
    await agent.fill({
      'Full name of the caller': 'Asha Rowe',
      'Email address to answer to': caller.email,
      'In a few words': 'Cannot get in',
      'What happened': 'The page says that password entry is closed.',
    });
    await agent.page.getByLabel('My account is locked or deactivated').check();
    await agent.press('Open the ticket');
    expect(await agent.text()).toContain('Check who is calling');
    await agent.fill({ 'Who do they say they are?': 'asha rowe' });
    await agent.press('Find');
    await agent.follow('Asha Rowe');
    await agent.page.getByLabel('By email to a…@fernhollow.example').check();
    await agent.press('Send the code');
    const [mail] = await portal().inbox(caller.email);
    await agent.fill({ 'Code that the caller reads out': mail?.codes[0] ?? '' });
    await agent.press('Check the code');
    expect(await agent.text()).toContain('See everything about this person');
    await agent.follow('Note a call-back');
    await agent.fill({ 'Phone number': '07700 900123' });
    await agent.page.getByLabel('In an hour').check();
    await agent.press('Save the call-back');
    await agent.open('/desk/call-backs');
    expect(await agent.text()).toContain('07700 900123');
    await agent.press('We spoke (Asha Rowe)');
    expect(await agent.text()).toContain('Nobody waits for a call');
    await agent.open('/desk/dashboard');
    expect(await agent.text()).toContain('Tickets opened each week');
  });

  test('an administrator makes a team of those who answer tickets', async () => {
    const email = 'tomasz.lis@support.example';
    const person = await portal().addPerson({ name: 'Tomasz Lis', email, staff: 'administrator' });
    const administrator = await visit(portal());
    await steps.logInToDesk(administrator, person);
    await administrator.open('/desk/staff');
    await administrator.follow('Teams that answer tickets');
    await administrator.follow('Add a team');
    await administrator.press('Add the team');
    expect(await administrator.text()).toContain('Enter a name for the team');
    await administrator.fill({ 'Name of the team': 'Payments' });
    await administrator.page.getByLabel('Tomasz Lis').check();
    await administrator.press('Add the team');
    expect(await administrator.text()).toContain('The team is there.');
  });
}
