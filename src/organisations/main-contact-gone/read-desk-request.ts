import { findAccountByEmail } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Administrator, listAdministrators } from '../administrators/administrators.store.ts';
import { findMailbox, type PracticeMailbox } from '../administrators/mailbox.store.ts';
import { findLiveMember } from '../members/member.store.ts';
import type { Member } from '../members/member.ts';
import { readRequest } from './check-request.ts';
import { countOthersWaiting, listLastUse } from './main-contact-request.store.ts';
import type { MainContactRequest } from './main-contact-request.ts';

export interface DeskRequest {
  request: MainContactRequest;
  mailbox: PracticeMailbox | undefined;
  administrators: (Administrator & { lastUsedAt: Date | undefined })[];
  /** Whoever asks, where they are one of the practice's people. */
  member: Member | undefined;
  othersWaiting: number;
}

/** A request with everything that speaks for it and against it. For staff alone. */
export async function readDeskRequest(
  db: Database,
  actor: Actor | undefined,
  id: string,
): Promise<DeskRequest> {
  const request = await readRequest(db, actor, id);
  const { practice, email } = request;
  const administrators = await listAdministrators(db, practice.id);
  const uses = await listLastUse(
    db,
    administrators.map(({ memberId }) => memberId),
  );
  const account = await findAccountByEmail(db, email.canonical);
  return {
    request,
    mailbox: await findMailbox(db, practice.id),
    administrators: administrators.map((one) => ({
      ...one,
      lastUsedAt: uses.find(({ id: member }) => member === one.memberId)?.at ?? undefined,
    })),
    member:
      (account && (await findLiveMember(db, practice.id, { accountId: account.id }))) ??
      (await findLiveMember(db, practice.id, { emailCanonical: email.canonical })),
    othersWaiting: await countOthersWaiting(db, practice.id, request.id),
  };
}
