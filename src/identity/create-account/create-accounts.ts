import { z } from 'zod';
import { after, days, seconds } from '../../kernel/duration.ts';
import { readUsername } from '../../kernel/username.ts';
import type { Language } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { DueWork } from '../../platform/jobs/due-work.ts';
import { type Account, languageOf } from '../account.ts';
import { answerIntakes } from '../answer-intakes.ts';
import type { Intake } from '../intake.store.ts';
import { isWithinLimit } from '../limit-address.ts';
import { alreadyKnownEmail, notActiveEmail } from './create-account.email.tsx';
import type { Newcomer } from './newcomer.ts';
import { type TakeInNeeds, takeIn } from './take-in.ts';

export const createAccountsWork = 'create-accounts';

/** Makes the accounts that were asked for, and tells whoever has one already, and nobody else. */
export const createAccounts = (needs: TakeInNeeds): DueWork => ({
  name: createAccountsWork,
  every: seconds(10),
  runDue: (now) =>
    answerIntakes(needs.database, ['create-account'], now, (tx, intake) => handle(needs, tx, intake, now)),
});

async function handle(needs: TakeInNeeds, tx: Tx, intake: Intake, now: Date): Promise<void> {
  const newcomer = newcomerOf(intake);
  const result = await takeIn(needs, tx, newcomer);
  if (result.outcome === 'invited') return;
  if (await isWithinLimit(needs, tx, newcomer.email.canonical, now))
    await tellOwner(needs, tx, result.account, newcomer.email.typed, now);
}

const details = z.object({
  fullName: z.string(),
  username: z.string().optional(),
  occupation: z.string().optional(),
});

function newcomerOf({ typed, canonical, language, details: kept }: Intake): Newcomer {
  const { fullName, username, occupation } = details.parse(kept);
  if (typed === null || canonical === null)
    throw new Error('an intake lost its address before it was handled');
  return {
    fullName,
    email: { typed, canonical },
    username: username === undefined ? undefined : readUsername(username),
    occupation,
    language,
  };
}

/** To the address that was typed: while a change can be taken back, an account has more than one. */
async function tellOwner(needs: TakeInNeeds, tx: Tx, account: Account, to: string, now: Date): Promise<void> {
  const { origin, settings } = needs;
  const language: Language = languageOf(account, settings);
  const isActive = account.state === 'active';
  const message = (isActive ? alreadyKnownEmail : notActiveEmail)({ account, origin, settings }, language);
  await needs.sendEmail(tx, {
    kind: isActive ? 'account-exists' : 'account-exists-not-active',
    to,
    language,
    message,
    accountId: account.id,
    expiresAt: after(now, days(1)),
  });
}
