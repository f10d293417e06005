import { expect, test } from 'vitest';
import { portal } from '../../../tests/support/portal.ts';
import { addTicket, answerTicket } from '../../../tests/support/tickets.ts';

test.each([
  [
    'says that a reply comes to the ticket where a mailbox is read',
    'imap://support:secret@127.0.0.1:1',
    true,
  ],
  ['promises nothing of replies where none is', undefined, false],
])('an answer by email %s', async (_what, imapUrl, isPromised) => {
  const the = await portal({ config: { imapUrl } });
  const { id } = await the.addPerson({ name: 'Gwen Parry', email: 'gwen@support.example', staff: 'agent' });
  const email = 'asha.rowe@post.example';
  await answerTicket(the, await addTicket(the, { email }), { by: id });
  const mail = (await the.inbox(email)).find(({ subject }) => subject.startsWith('We have answered'));
  expect(mail?.text.includes('You can also reply to this email')).toBe(isPromised);
});
