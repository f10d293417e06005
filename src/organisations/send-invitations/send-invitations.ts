import { languageOf, readAddressStanding } from '../../identity/index.ts';
import { before, days, minutes } from '../../kernel/duration.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { SendEmail } from '../../notifications/index.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { type DueWork, eachApart } from '../../platform/jobs/index.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { invitationCodeDigits, invitationCodeMac } from '../invitations/invitation-code.ts';
import { sendInvitationsName } from '../invitations/invite-member.ts';
import { invitationEmail } from './invitation.email.tsx';
import {
  claim,
  type Due,
  type DueInvitation,
  listDue,
  markSent,
  postpone,
} from './send-invitations.store.ts';

export interface SendInvitationsNeeds {
  database: Database;
  keyRing: KeyRing;
  origin: string;
  secrets: Secrets;
  sendEmail: SendEmail;
  settings: Settings;
}

const batch = 25;

/**
 * Writes to whoever was invited: the first place where it is looked up whether their address has an account. Each email
 * carries a new link, and one reminder follows.
 */
export const sendInvitationsWork = (needs: SendInvitationsNeeds): DueWork => ({
  name: sendInvitationsName,
  every: minutes(1),
  runDue: (now) => {
    const sentBefore = before(now, needs.settings.organisations.invitationReminder);
    return eachApart<Due>([{ now }, { now, sentBefore }], (due) => sendDue(needs, due));
  },
});

const sendDue = async (needs: SendInvitationsNeeds, due: Due): Promise<number> =>
  eachApart(await listDue(needs.database, due, batch), (id) =>
    inTransaction(needs.database, async (tx) => {
      const invitation = await claim(tx, id, due);
      if (!invitation || !(await mayWrite(needs, tx, invitation, due.now))) return 0;
      await send(needs, tx, { invitation, isReminder: due.sentBefore !== undefined, now: due.now });
      return 1;
    }),
  );

const emailsPerDay = 10;

/** However often somebody is invited, cancelled and invited again, their mailbox is not filled: the rest waits for its day. */
async function mayWrite(
  { keyRing }: SendInvitationsNeeds,
  tx: Tx,
  { memberId, organisationId, email }: DueInvitation,
  now: Date,
): Promise<boolean> {
  const name = `invitation-email:${organisationId}:${keyRing.mac('unknown-name', email.canonical)}`;
  const use = await countUse(tx, { name, window: days(1), atMost: emailsPerDay, now });
  if (!use.allowed) await postpone(tx, memberId, use.windowEndsAt);
  return use.allowed;
}

interface Sending {
  invitation: DueInvitation;
  isReminder: boolean;
  now: Date;
}

async function send(needs: SendInvitationsNeeds, tx: Tx, { invitation, isReminder, now }: Sending) {
  const { email, memberId, organisationId } = invitation;
  const { standing, account } = await readAddressStanding(tx, email.canonical, 'portal');
  const { plain: secret, hash: secretHash } = needs.secrets.issue();
  const code = needs.secrets.code(invitationCodeDigits);
  const owner = standing === 'address-changed' ? undefined : account;
  const language = owner ? languageOf(owner, needs.settings) : needs.settings.service.language;
  const { origin, settings } = needs;
  const message = invitationEmail(
    { invitation, standing, isReminder, secret, code, origin, settings },
    language,
  );
  const messageId = await needs.sendEmail(tx, {
    kind: isReminder ? 'invitation-reminder' : 'invitation',
    to: email.typed,
    language,
    message,
    ...(owner && { accountId: owner.id }),
    organisationId,
    expiresAt: invitation.expiresAt,
  });
  const codeMac = invitationCodeMac(needs.keyRing, memberId, code);
  await markSent(tx, memberId, { secretHash, codeMac, messageId, isReminder, now });
}
