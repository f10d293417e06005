import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const inboxWords = catalogue({
  en: {
    title: 'Sandbox inbox',
    lead: 'Every email and text message that would have been sent, newest first. Nothing left this machine.',
    onlyTo: (address: string) => `Only messages to ${address}.`,
    showAll: 'Show all messages',
    empty: {
      heading: 'No messages yet',
      about:
        'Do something that sends one, such as asking for a new password, then come back and reload this page.',
    },
    columns: { subject: 'Subject', to: 'To', at: 'Sent' },
    caption: 'Messages',
    asJson: 'The same as JSON',
    back: 'All messages',
    facts: { to: 'To', at: 'Sent', channel: 'Sent by', codes: 'Codes', links: 'Links' },
    channels: { email: 'Email', sms: 'Text message' },
    ofText: (start: string) => `Text message: ${start}`,
    asText: 'As plain text',
    texted: 'What the phone shows',
    asHtml: 'As an email program shows it',
    at: (at: Date, timeZone: string) => sayMoment(at, timeZone),
  },
});

export type InboxWords = (typeof inboxWords)['en'];
