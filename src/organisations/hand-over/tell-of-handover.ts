import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import { handoverAddress } from '../addresses.ts';
import { type TellMemberNeeds, tellMember } from '../members/tell-member.ts';
import type { Organisation } from '../places/organisation.ts';
import { handoverEmail } from './hand-over.email.tsx';
import { handOverWords } from './hand-over.words.ts';
import type { Handover } from './handover.ts';

export type HandoverNews =
  | 'handover-offered'
  | 'handover-declined'
  | 'handover-withdrawn'
  | 'handover-lapsed';

const readers: Record<HandoverNews, readonly ('from' | 'to')[]> = {
  'handover-offered': ['to'],
  'handover-declined': ['from'],
  'handover-withdrawn': ['to'],
  'handover-lapsed': ['from', 'to'],
};

/** Tells whom it concerns what became of an offer. The link is to the page, and is no secret. */
export async function tellOfHandover(
  needs: TellMemberNeeds,
  tx: Tx,
  kind: HandoverNews,
  practice: Organisation,
  offer: Handover,
): Promise<void> {
  const href = `${needs.origin}${handoverAddress(practice.code)}`;
  const { timeZone } = needs.settings.service;
  const { support } = needs.settings;
  for (const reader of readers[kind]) {
    const write = ({ fullName: name }: { fullName: string }, language: Language) =>
      handoverEmail(
        { news: kind, name, practice: practice.name, offer, href, timeZone, support },
        wordsIn(handOverWords, language),
      );
    await tellMember(needs, tx, { accountId: offer[reader].account }, { kind, practice, write });
  }
}
