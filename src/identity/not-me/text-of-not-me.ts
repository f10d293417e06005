import { after, days } from '../../kernel/duration.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { SendText } from '../../notifications/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Account, languageOf } from '../account.ts';
import type { TellAccountNeeds } from '../tell-account.ts';
import { notMeWords } from './not-me.words.ts';

export type TextOfNotMeNeeds = TellAccountNeeds & { sendText: SendText };

/** A text that arrives days later only frightens. */
const textLife = days(1);

/** Whoever pressed the button reads the mail and may not be the owner; phones hear of it too. */
export async function textOfNotMe(
  { sendText, clock, settings }: TextOfNotMeNeeds,
  tx: Tx,
  account: Account,
  numbers: readonly string[],
): Promise<void> {
  const text = wordsIn(notMeWords, languageOf(account, settings)).text(
    settings.service.name,
    settings.support.phone,
  );
  const expiresAt = after(clock.now(), textLife);
  for (const to of new Set(numbers))
    await sendText(tx, { kind: 'account-secured', to, text, accountId: account.id, expiresAt });
}
