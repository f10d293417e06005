import { z } from 'zod';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { readPosted, show } from '../../ui/index.ts';
import { mailboxAnswerAddress } from '../addresses.ts';
import { secretOf, showNotLive, thanksPage } from '../claims/mailbox-answer.tsx';
import { mailboxAnswerPage } from './answer-by-mailbox.page.tsx';
import { answerByMailbox, readMailboxLink } from './answer-by-mailbox.ts';
import { answerByMailboxWords } from './answer-by-mailbox.words.ts';
import type { DecideRegistrationNeeds } from './decide-registration.ts';

const open = { policy: anyone, supportAccess: 'never' } as const;
const linkForm = z.object({ link: z.string().max(100) });

export const answerByMailboxRoutes = (needs: DecideRegistrationNeeds): Route[] => [
  route({ ...open, method: 'GET', address: mailboxAnswerAddress }, async (request, reply) => {
    const words = wordsIn(answerByMailboxWords, request.language);
    const secret = secretOf(request.query);
    const registration = await readMailboxLink(needs, secret);
    return registration
      ? show(reply, mailboxAnswerPage({ registration, secret }, words))
      : showNotLive(request, reply, words.notLive);
  }),
  route({ ...open, method: 'POST', address: mailboxAnswerAddress }, async (request, reply) => {
    const words = wordsIn(answerByMailboxWords, request.language);
    const form = readPosted(linkForm, request);
    const answered = form.valid ? await answerByMailbox(needs, form.values.link) : undefined;
    switch (answered?.outcome) {
      case 'approved':
        return show(reply, thanksPage(words.done.title, words.done.approved(answered.practice)));
      case 'left-to-staff':
        return show(reply, thanksPage(words.done.title, words.done.left(answered.practice)));
      default:
        return showNotLive(request, reply, words.notLive);
    }
  }),
];
