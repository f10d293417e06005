import type { Language } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { EmailMessage } from '../../ui/index.ts';
import { listAdministrators } from '../administrators/administrators.store.ts';
import { tellMailbox } from '../administrators/tell-mailbox.ts';
import { findMember } from '../members/member.store.ts';
import { type TellMemberNeeds, tellAdministrators, tellMember } from '../members/tell-member.ts';
import type { Organisation } from '../places/organisation.ts';
import {
  branchClosedEmail,
  openAgainEmail,
  ownBranchClosedEmail,
  practiceClosedEmail,
} from './closed.email.tsx';
import { listPeopleThere } from './closures.store.ts';

interface Place {
  organisation: Organisation;
  practice: Organisation;
}

const everybody = 5000;

/** Those who look after its people, and the practice's mailbox; of a branch, whoever is limited to it, too. */
export async function tellClosed(
  needs: TellMemberNeeds,
  tx: Tx,
  closed: Place & { closedOn: string; readOnlyUntil: string },
): Promise<void> {
  const { organisation, practice } = closed;
  const facts = { ...closed, support: needs.settings.support };
  if (organisation.kind === 'practice')
    return tellAll(needs, tx, practice, 'organisation-closed', (language) =>
      practiceClosedEmail(facts, language),
    );
  const count = (await listPeopleThere(tx, organisation, everybody)).length;
  await tellAll(needs, tx, practice, 'organisation-closed', (language) =>
    branchClosedEmail({ ...facts, count, origin: needs.origin }, language),
  );
  for (const { id } of await listPeopleThere(tx, organisation, everybody)) {
    const member = await findMember(tx, practice.id, id);
    if (!member) continue;
    const write = (_: unknown, language: Language) => ownBranchClosedEmail(facts, language);
    await tellMember(needs, tx, member, { kind: 'organisation-closed', practice, write });
  }
}

export const tellOpenAgain = (needs: TellMemberNeeds, tx: Tx, { organisation, practice }: Place) =>
  tellAll(needs, tx, practice, 'organisation-open-again', (language) =>
    openAgainEmail(organisation, language),
  );

async function tellAll(
  needs: TellMemberNeeds,
  tx: Tx,
  practice: Organisation,
  kind: string,
  write: (language: Language) => EmailMessage,
): Promise<void> {
  const administrators = await listAdministrators(tx, practice.id);
  await tellAdministrators(needs, tx, administrators, { kind, practice, write: (_, to) => write(to) });
  await tellMailbox(needs, tx, { kind, practice, write });
}
