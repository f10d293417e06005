import { type Account, findAccount, languageOf } from '../../identity/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import { after, days } from '../../kernel/duration.ts';
import type { Language } from '../../kernel/words.ts';
import type { SendEmail } from '../../notifications/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { EmailMessage } from '../../ui/index.ts';
import type { Administrator } from '../administrators/administrators.store.ts';
import type { Organisation } from '../places/organisation.ts';
import type { Member } from './member.ts';

export interface TellMemberNeeds {
  clock: Clock;
  origin: string;
  sendEmail: SendEmail;
  settings: Settings;
}

interface Telling<Reader> {
  kind: string;
  practice: Organisation;
  write: (reader: Reader, language: Language) => EmailMessage;
}

const noticeLife = days(3);

/** Writes to a member about their access. Who has not accepted, or cannot log in, is not written to. */
export async function tellMember(
  needs: TellMemberNeeds,
  tx: Tx,
  { accountId }: Pick<Member, 'accountId'>,
  { kind, practice, write }: Telling<Account>,
): Promise<void> {
  const account = accountId && (await findAccount(tx, accountId));
  if (account?.state !== 'active') return;
  const language = languageOf(account, needs.settings);
  await needs.sendEmail(tx, {
    kind,
    to: account.email,
    language,
    message: write(account, language),
    accountId: account.id,
    organisationId: practice.id,
    expiresAt: after(needs.clock.now(), noticeLife),
  });
}

/** Writes to those who look after a practice's people. */
export async function tellAdministrators(
  needs: TellMemberNeeds,
  tx: Tx,
  administrators: readonly Administrator[],
  { kind, practice, write }: Telling<Administrator>,
): Promise<void> {
  for (const one of administrators) {
    const language = one.language ?? needs.settings.service.language;
    await needs.sendEmail(tx, {
      kind,
      to: one.email,
      language,
      message: write(one, language),
      accountId: one.accountId,
      organisationId: practice.id,
      expiresAt: after(needs.clock.now(), noticeLife),
    });
  }
}
