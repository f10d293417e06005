import { after, days } from '../../kernel/duration.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { TellMemberNeeds } from '../members/tell-member.ts';
import { requestStepEmail } from './main-contact-gone.email.tsx';
import { mainContactGoneWords, type RequestStep } from './main-contact-gone.words.ts';
import type { MainContactRequest } from './main-contact-request.ts';

/** Each step is told to whoever asked, at the address they gave. */
export async function tellRequester(
  needs: TellMemberNeeds,
  tx: Tx,
  request: MainContactRequest,
  step: RequestStep,
  reason?: string,
): Promise<void> {
  const { origin, settings } = needs;
  const facts = { step, request, reason, origin, support: settings.support };
  await needs.sendEmail(tx, {
    kind: 'main-contact-request',
    to: request.email.typed,
    language: request.language,
    message: requestStepEmail(facts, wordsIn(mainContactGoneWords, request.language)),
    organisationId: request.practice.id,
    expiresAt: after(needs.clock.now(), days(7)),
  });
}
