import { after, days } from '../../kernel/duration.ts';
import type { Language } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { EmailMessage } from '../../ui/index.ts';
import type { TellMemberNeeds } from '../members/tell-member.ts';
import type { Organisation } from '../places/organisation.ts';
import { findMailbox } from './mailbox.store.ts';

interface ToMailbox {
  kind: string;
  practice: Organisation;
  write: (language: Language) => EmailMessage;
  /** Of a link in it. */
  expiresAt?: Date;
}

const noticeLife = days(3);

/** Writes to the practice itself. False where it never named a mailbox. */
export async function tellMailbox(
  needs: TellMemberNeeds,
  tx: Tx,
  { kind, practice, write, expiresAt = after(needs.clock.now(), noticeLife) }: ToMailbox,
): Promise<boolean> {
  const mailbox = await findMailbox(tx, practice.id);
  if (!mailbox) return false;
  const { language } = needs.settings.service;
  await needs.sendEmail(tx, {
    kind,
    to: mailbox.address,
    language,
    message: write(language),
    organisationId: practice.id,
    expiresAt,
  });
  return true;
}
