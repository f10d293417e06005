import type { Audit } from '../../../audit/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { type AccountId, isId, type MessageId } from '../../../kernel/ids.ts';
import type { KeyRing } from '../../../kernel/key-ring.ts';
import { ask } from '../../../kernel/policy.ts';
import { readPreview, type SentMessage } from '../../../notifications/index.ts';
import { type Database, inTransaction } from '../../../platform/database/database.ts';
import { seePersonBesideTicket } from '../../policy.ts';

export interface ReadSentMessageNeeds {
  audit: Audit;
  database: Database;
  keyRing: KeyRing;
}

/** What an e-mail to somebody said, its links and codes hidden; that a member of staff looked is on record. */
export async function readSentMessage(
  needs: ReadSentMessageNeeds,
  actor: Actor | undefined,
  asked: { person: string; message: string },
): Promise<SentMessage> {
  ask(seePersonBesideTicket, actor, undefined);
  if (!isId(asked.person) || !isId(asked.message)) throw new NotFound('message');
  const to = asked.person as AccountId;
  const message = await readPreview(needs, { id: asked.message as MessageId, to });
  if (!message) throw new NotFound('message');
  const record = { type: 'message', id: asked.message };
  await inTransaction(needs.database, (tx) =>
    needs.audit.record(tx, { action: 'message-viewed', actor, subject: to, record }),
  );
  return message;
}
