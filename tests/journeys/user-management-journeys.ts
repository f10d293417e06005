import { expect, test } from 'vitest';
import { linkOf } from '../support/invited-people.ts';
import { journeys } from '../support/journeys.ts';
import { memberOf } from '../support/people-here.ts';
import { goodPassword, type PersonOptions } from '../support/portal-people.ts';
import { sharedPortal } from '../support/running-portal.ts';
import type { Visitor } from '../support/visitor.ts';
import * as steps from './steps.ts';

/** A main contact looks after people, and what those people notice of it; with JavaScript and without. */
export function userManagementJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);
  const portal = sharedPortal({ profile: 'primary-care' });

  const visitor = () => visit(portal());

  /** Somebody of a practice, at a browser of their own. */
  async function asThem(options: PersonOptions) {
    const person = await portal().addPerson(options);
    const own = await visitor();
    await steps.logIn(own, person);
    return { person, own };
  }

  test('[P1 P8 P13 P14] colleagues with a landline or no mobile are created; one sets up an account and acts for the practice', async () => {
    const { own: main } = await asThem({ name: 'Amara Osei', mainContactOf: 'Z90002' });
    await main.open('/organisations/Z90002');
    await main.follow('User management');
    const ben = { email: 'ben@fern.example', fullName: 'Ben Okoro' };
    await createUser(main, { ...ben, phone: '01632960021' });
    await createUser(main, { email: 'cara@fern.example', fullName: 'Cara Nwosu', phone: '07111 111 111' });
    await main.follow('Cara Nwosu');
    expect(await main.text()).toMatch(/Invited.*No mobile/);

    const person = await visitor();
    await person.open(await linkOf(portal(), ben.email));
    await person.press('Accept and set up your account');
    await person.fill({ 'Create a password': goodPassword });
    await person.press('Set up my account');
    await person.follow('Log in');
    await steps.enterPassword(person, { email: ben.email, password: goodPassword });
    expect(await person.heading()).toBe('Your account');
    expect(await banner(person)).toContain('You act for Practice Z90002');
    await main.open('/organisations/Z90002/users');
    expect(await main.text()).toMatch(/Ben Okoro.*Active.*Cara Nwosu.*Invited/);
  });

  test('[P16 P18] a second practice adds the same person, who accepts and switches; two tabs never mix', async () => {
    const rolesOfBen = { Z90003: ['portal/member'] };
    const { own: ben, person } = await asThem({ name: 'Ben Tull', roles: rolesOfBen });
    const { own: main } = await asThem({ name: 'Una Fry', mainContactOf: 'Z90004' });
    await main.open('/organisations/Z90003/users/new');
    expect(await main.heading()).toBe('You cannot use this page with this account');
    await main.open('/organisations/Z90004/users');
    await createUser(main, { email: person.email, fullName: 'Benjamin Tull' });
    await main.follow('Benjamin Tull');
    expect(await main.text()).not.toContain('Z90003');
    await portal().runDue();
    await ben.open('/account');
    await ben.follow('Look at your invitations');
    await ben.follow('Practice Z90004');
    await ben.press('Accept');
    expect(await ben.heading()).toBe('You now have access to Practice Z90004');

    await ben.open('/organisations/Z90003');
    const tab = await ben.page.context().newPage();
    await tab.goto(`${portal().origin}/organisations/Z90003`);
    await switchTo(ben, 'Practice Z90004');
    expect(await ben.heading()).toContain('Practice Z90004');
    expect(await banner(ben)).toContain('Practice Z90004');
    await tab.reload();
    expect(await banner({ page: tab })).toContain('Practice Z90003');
  });

  test('[P12] a removal bites on the next request, is told without its reason, leaves other practices, and is undone', async () => {
    const roles = { Z90005: ['supplies/order-clerk'], Z90006: ['portal/member'] };
    const { own: ben, person } = await asThem({ name: 'Ben Lund', roles });
    const { own: main } = await asThem({ name: 'Rita Vale', mainContactOf: 'Z90005' });
    await ben.open('/organisations/Z90005');
    await main.open('/organisations/Z90005/users');
    await main.follow('Ben Lund');
    await main.follow('Remove access');
    await choose(main, 'Their role has changed and they need no access');
    await main.press('Remove their access');
    expect(await main.text()).toContain('Ben Lund has no access to this organisation any more');
    await ben.go(() => ben.page.reload());
    expect(await ben.heading()).toBe('Your access to Practice Z90005 has ended');
    await ben.open('/organisations/Z90006');
    expect(await ben.heading()).toContain('Practice Z90006');
    const [told] = await portal().inbox(person.email);
    expect(told?.subject).toBe('Your access to Practice Z90005 has ended');
    expect(told?.text).not.toMatch(/role/i);

    await main.open('/organisations/Z90005/users?state=removed');
    await main.follow('Ben Lund');
    expect(await main.text()).toContain('Changed role and needs no access');
    await main.follow('Undo the removal');
    await main.press('Give the access back');
    await ben.open('/organisations/Z90005');
    expect(await ben.text()).toContain('Order entry clerk');
  });

  test('[P12] on leave there is no access, afterwards there is; and “I have left” ends it at once', async () => {
    const { own: ben, person } = await asThem({ name: 'Ben Adair', roles: { Z90007: ['portal/member'] } });
    const { own: main } = await asThem({ name: 'Dev Shah', mainContactOf: 'Z90007' });
    await main.open(`/organisations/Z90007/users/${(await memberOf(portal(), person, 'Z90007')).id}`);
    await main.follow('Put on long leave');
    await main.fill({ Day: '1', Month: '6', Year: '2026' });
    await main.press('Stop their access until then');
    expect(await main.text()).toContain('Back on 1 June 2026');
    await ben.open('/organisations/Z90007');
    expect(await ben.heading()).toBe('Your access to Practice Z90007 is paused');
    await main.follow('Say that they are back');
    await main.press('Give the access back');
    await ben.open('/organisations/Z90007');
    await ben.follow('Say that you, or somebody else, has left');
    await ben.follow('I have left');
    await choose(ben, 'Now');
    await ben.press('I have left');
    expect(await ben.heading()).toBe('Your access has ended');
    await main.open('/organisations/Z90007/users?state=removed');
    expect(await main.text()).toMatch(/Ben Adair.*They said that they have left/);
  });

  test('[P8] a deputy adds a colleague with the roles of another, and raises nobody above themselves', async () => {
    const { own: main } = await asThem({ name: 'Kim Lee', mainContactOf: 'Z90008' });
    const { own: deputy } = await asThem({ name: 'Max Bell', roles: { Z90008: ['supplies/order-clerk'] } });
    await deputy.open('/organisations/Z90008/users');
    expect(await deputy.heading()).not.toBe('User management');
    await main.open('/organisations/Z90008/users');
    await main.follow('Max Bell');
    await main.follow('Change roles');
    await choose(main, 'Deputy main contact');
    await main.press('Save the roles');
    await deputy.open('/organisations/Z90008/users');
    await deputy.follow('Create new user');
    await deputy.page.getByLabel('Copy roles from a colleague').selectOption({ label: 'Max Bell' });
    await deputy.press('Copy roles');
    expect(await deputy.text()).toContain('Left out: Deputy main contact');
    expect(await deputy.page.getByLabel('Main contact', { exact: true }).count()).toBe(0);
    await deputy.fill({ 'Email address': 'ines@fern.example', 'Full name': 'Ines Moss' });
    await deputy.press('Send the invitation');
    await deputy.follow('Kim Lee');
    expect(await deputy.text()).not.toContain('Remove access');
  });

  async function switchTo({ page, go, follow, press }: Visitor, organisation: string) {
    if (javaScript) {
      await page.getByRole('banner').getByRole('link', { name: 'Change organisation' }).click();
      const choice = page.getByRole('dialog').getByRole('button', { name: organisation });
      return go(() => choice.click());
    }
    await follow('Change organisation');
    await page.getByLabel(organisation).check();
    await press('Change');
  }
}

interface NewUser {
  email: string;
  fullName: string;
  phone?: string;
}

/** From the list of people, and back to it. */
async function createUser(main: Visitor, { email, fullName, phone = '' }: NewUser): Promise<void> {
  await main.follow('Create new user');
  await main.fill({ 'Email address': email, 'Full name': fullName, 'Phone number (optional)': phone });
  await choose(main, 'Member');
  await main.press('Send the invitation');
  expect(await main.page.getByRole('alert').textContent()).toContain(`${fullName} is invited`);
}

const choose = ({ page }: Visitor, label: string) => page.getByLabel(label, { exact: true }).check();

const banner = async ({ page }: Pick<Visitor, 'page'>): Promise<string> =>
  ((await page.getByRole('banner').textContent()) ?? '').replace(/\s+/g, ' ');
