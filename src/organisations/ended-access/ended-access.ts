import type { Actor } from '../../kernel/actor.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { Page } from '../../ui/index.ts';
import { endedAccessPage } from './ended-access.page.tsx';
import { findEndedAccess } from './ended-access.store.ts';
import { endedAccessWords } from './ended-access.words.ts';

export interface EndedAccessNeeds {
  database: Database;
  settings: Pick<Settings, 'service' | 'organisations'>;
}

interface Refused {
  /** Of the organisation in the address. */
  code: string;
  language: Language;
}

/**
 * What is shown in place of the usual refusal to whoever had access to an organisation and lost it: only they learn
 * more than that the page is not theirs. Nothing for anybody else, whether or not the organisation exists.
 */
export async function explainRefusal(
  { database, settings }: EndedAccessNeeds,
  { person }: Actor,
  { code, language }: Refused,
): Promise<Page | undefined> {
  if (person.realm !== 'portal') return undefined;
  const ended = await findEndedAccess(database, person.accountId, code);
  if (!ended) return undefined;
  const { timeZone } = settings.service;
  const mayAsk = settings.organisations.registration;
  return endedAccessPage({ ended, code, timeZone, mayAsk }, wordsIn(endedAccessWords, language));
}
