import { expect, test } from 'vitest';
import { journeys } from '../support/journeys.ts';
import { runningPortal } from '../support/running-portal.ts';
import type { Visitor } from '../support/visitor.ts';
import * as steps from './steps.ts';

/** The main contact hands over; and one who is gone is replaced. With JavaScript and without. */
export function mainContactJourneys(javaScript: boolean): void {
  const visit = journeys(javaScript);

  async function practice() {
    const the = await runningPortal({ profile: 'primary-care', wholeProfile: false });
    const amara = await the.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
    await the.needs.database
      .updateTable('organisation')
      .set({ mailbox: 'front-desk@fern.example' })
      .where('code', '=', 'Z90002')
      .execute();
    const visitor = () => visit(the);
    const asThem = async (person: Parameters<typeof steps.logIn>[1]) => {
      const own = await visitor();
      await steps.logIn(own, person);
      return own;
    };
    return { the, amara, visitor, asThem };
  }

  const choose = (visitor: Visitor, ...labels: string[]) =>
    labels.reduce(
      (before, label) => before.then(() => visitor.page.getByLabel(label, { exact: true }).check()),
      Promise.resolve(),
    );

  test('[P7] the main contact asks a colleague, who becomes main contact', async () => {
    const { the, amara, asThem } = await practice();
    const ben = await the.addPerson({ name: 'Ben Okoro', roles: { Z90002: ['portal/member'] } });
    const [giver, taker] = [await asThem(amara), await asThem(ben)];
    await giver.open('/organisations/Z90002/handover');
    await giver.press('Ask them');
    expect(await giver.text()).toContain('Select a colleague');
    await choose(giver, 'Ben Okoro (ben.okoro@practice.example)', 'Deputy main contact');
    await giver.press('Ask them');
    expect(await giver.text()).toContain('Your offer waits for an answer');
    await taker.open('/organisations/Z90002');
    await taker.follow('You are asked to become the main contact');
    await taker.press('Send my answer');
    expect(await taker.text()).toContain('Select whether you want to become main contact');
    await choose(taker, 'Yes, I become main contact');
    await taker.press('Send my answer');
    expect(await taker.heading()).toContain('You are now main contact');
    await giver.open('/organisations/Z90002/handover');
    expect(await giver.heading()).toContain('There is no offer for you');
  });

  test('[P7 P19] nobody can give access: somebody asks, the practice confirms, staff decide', async () => {
    const { the, amara, visitor, asThem } = await practice();
    const agent = await the.addPerson({ name: 'Gwen Parry', staff: 'agent', email: 'gwen@support.example' });
    const person = await visitor();
    await person.open('/register-organisation/Z90002');
    await person.follow('Our main contact has gone, or nobody can give access');
    await person.press('Send the request');
    expect(await person.text()).toContain('Select who authorises you');
    await choose(person, 'They have left', 'A GP partner');
    await person.fill({
      'Your full name': 'Cara Nwosu',
      'Your work email address': 'cara@fern.example',
      'Your phone number': '01632 960 777',
      'Their full name': 'Dr Ines Vale',
    });
    await person.press('Send the request');
    expect(await person.text()).toContain('Request sent');

    const own = await asThem(amara);
    const [told] = await the.inbox(amara.email);
    await own.open(new URL(told?.links.find((link) => link.includes('requests/')) ?? '').pathname);
    await own.press('Say that it is wrong');
    expect(await own.text()).toContain('Enter why it is wrong');
    await own.fill({ 'Why is it wrong?': 'I have not left.' });
    await own.press('Say that it is wrong');

    const desk = await visitor();
    await steps.logInToDesk(desk, agent);
    await desk.open('/desk/main-contact-requests');
    await desk.follow('Practice Z90002');
    await desk.press('Make a letter');
    const code =
      /(\d{4}) (\d{4})/
        .exec(await desk.text())
        ?.slice(1)
        .join('') ?? '';
    await desk.follow('Back to the request');
    await desk.press('Send the link');

    const mailbox = await visitor();
    const [asked] = await the.inbox('front-desk@fern.example');
    const link = new URL(asked?.links.find((one) => one.includes('answer')) ?? '');
    await mailbox.open(`${link.pathname}${link.search}`);
    await mailbox.press('Send the answer');
    expect(await mailbox.text()).toContain('Select yes or no');
    await choose(mailbox, 'No, this is wrong');
    await mailbox.press('Send the answer');

    const received = (await the.inbox('cara@fern.example')).at(-1)?.text ?? '';
    const reference = /Your reference is (\S+)\./.exec(received)?.[1] ?? '';
    await person.open('/main-contact-request/code');
    await person.fill({ 'Your reference': reference, 'Code from the letter': code });
    await person.press('Confirm');
    expect(await person.text()).toContain('The practice has confirmed your request');

    await desk.open('/desk/main-contact-requests');
    await desk.follow('Practice Z90002');
    await desk.press('Approve');
    expect(await desk.text()).toContain('Record how you checked who authorises it first');
    await desk.fill({ 'How did you make sure?': 'Rang Dr Vale on the number of the register.' });
    await desk.press('Record the check');
    await desk.press('Approve');
    expect(await desk.text()).toContain('Approved by Gwen Parry');
  });
}
