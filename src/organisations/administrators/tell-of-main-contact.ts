import { wordsIn } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Member } from '../members/member.ts';
import { type TellMemberNeeds, tellAdministrators, tellMember } from '../members/tell-member.ts';
import type { Organisation } from '../places/organisation.ts';
import { listAdministrators } from './administrators.store.ts';
import {
  mainContactBeforeEmail,
  mainContactChangedEmail,
  mainContactNowEmail,
} from './main-contact.email.tsx';
import { mainContactWords } from './main-contact.words.ts';
import { tellMailbox } from './tell-mailbox.ts';

interface Changed {
  practice: Organisation;
  now: Member;
  before: readonly Member[];
}

/** Tells the new main contact, whoever was it before, the deputies, and the practice's own mailbox. */
export async function tellOfMainContact(
  needs: TellMemberNeeds,
  tx: Tx,
  { practice, now, before }: Changed,
): Promise<void> {
  const { origin, settings } = needs;
  const facts = { practice, newName: now.fullName, origin, settings };
  await tellMember(needs, tx, now, {
    kind: 'main-contact-now',
    practice,
    write: ({ fullName: name }, language) =>
      mainContactNowEmail({ ...facts, name }, wordsIn(mainContactWords, language)),
  });
  for (const former of before)
    await tellMember(needs, tx, former, {
      kind: 'main-contact-before',
      practice,
      write: ({ fullName: name }, language) =>
        mainContactBeforeEmail({ ...facts, name, roles: former.roles }, wordsIn(mainContactWords, language)),
    });
  const told = new Set([now, ...before].map(({ id }) => id));
  const others = (await listAdministrators(tx, practice.id)).filter(({ memberId }) => !told.has(memberId));
  await tellAdministrators(needs, tx, others, {
    kind: 'main-contact-changed',
    practice,
    write: ({ fullName: name }, language) =>
      mainContactChangedEmail({ ...facts, name }, wordsIn(mainContactWords, language)),
  });
  await tellMailbox(needs, tx, {
    kind: 'main-contact-changed',
    practice,
    write: (language) =>
      mainContactChangedEmail({ ...facts, name: practice.name }, wordsIn(mainContactWords, language)),
  });
}
