import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import { type Database, inTransaction, type Queryable } from '../../platform/database/database.ts';
import { findHere, type HereNeeds, holdHere } from '../here.ts';
import { decideRequests } from '../policy.ts';
import { keepObjection } from './change-request.store.ts';
import { findRequest } from './main-contact-request.store.ts';
import type { MainContactRequest } from './main-contact-request.ts';

export type ObjectNeeds = HereNeeds & { audit: Audit; database: Database };

interface Asked {
  code: string;
  id: string;
}

/** A request about the practice of whoever looks after its people now; any other is not found. */
export async function readRequestHere(
  needs: HereNeeds,
  db: Queryable,
  actor: Actor | undefined,
  { code, id }: Asked,
): Promise<MainContactRequest> {
  const here = await findHere(needs, db, code);
  ask(decideRequests, actor, { ...here, place: { ...here.place, branchId: undefined } });
  const request = isId(id) ? await findRequest(db, { id }) : undefined;
  if (request?.practice.id !== here.practice.id) throw new NotFound('request');
  return request;
}

const mostKept = 4000;

/** What a colleague said before stays: nobody takes another's objection back by making one. */
const beside = ({ objection: before }: MainContactRequest, { person }: Actor, text: string): string =>
  before ? `${before.text}\n\n${person.name}: ${text}`.slice(0, mostKept) : text;

export type ObjectOutcome = { outcome: 'objected' } | { outcome: 'decided-already' };

/** Says that a request for a new main contact is wrong. It stands before staff when they decide. */
export async function objectToRequest(
  needs: ObjectNeeds,
  actor: Actor | undefined,
  { text, ...asked }: Asked & { text: string },
): Promise<ObjectOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const here = await findHere(needs, tx, asked.code);
    const by = await holdHere(tx, actor, here);
    const request = await readRequestHere(needs, tx, by, asked);
    ask(decideRequests, by, here);
    const objection = { text: beside(request, by, text), by: by.person.accountId, now: needs.clock.now() };
    if (!(await keepObjection(tx, request.id, objection))) return { outcome: 'decided-already' };
    await needs.audit.record(tx, {
      action: 'main-contact-objected',
      actor: by,
      organisation: here.practice.id,
      record: { type: 'main-contact-request', id: request.id },
    });
    return { outcome: 'objected' };
  });
}
