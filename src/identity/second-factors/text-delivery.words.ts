import { sayAgo } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const textDeliveryWords = catalogue({
  en: {
    queued: 'We are sending the text message.',
    delayed: 'The text message is taking longer than usual. Wait a little, or try another way.',
    sent: (at: Date, now: Date) => `Text message sent ${sayAgo(at, now)}.`,
    delivered: (at: Date, now: Date) => `Text message delivered to your phone ${sayAgo(at, now)}.`,
    refused: 'Your phone provider refused the text message. Try another way.',
    'not-reached':
      'Your phone could not be reached. It may be off or have no signal. Ask for a new text message, or try another way.',
    'not-sent':
      'The text message could not be sent. That is our fault. Ask for a new one, or try another way.',
  },
});
