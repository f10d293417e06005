import { after, days } from '../../kernel/duration.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { SendText } from '../../notifications/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { AccessLinkNeeds } from '../access-links/access-link.ts';
import { issueNotMeLink } from '../access-links/issue-not-me.ts';
import { type Account, languageOf } from '../account.ts';
import { type TellAccountNeeds, tellAccount } from '../tell-account.ts';
import type { Asker } from './asker.ts';
import type { FactorKind } from './factor.ts';
import { factorNoticeEmail } from './factor-notice.email.tsx';
import { factorNoticeWords } from './factor-notice.words.ts';
import type { FactorChange } from './settle-change.ts';
import { findSittingBegan } from './sitting.ts';

export type TellOfFactorsNeeds = TellAccountNeeds & AccessLinkNeeds & { sendText: SendText };

export interface ToldChange {
  what: FactorChange['what'];
  kind: FactorKind;
  name: string;
  account: Account;
  /** Every number that was there before or after. */
  numbers: readonly string[];
  since: Date;
}

/** A text that arrives days later only frightens. */
const textLife = days(1);

/** Texts cost money, and whoever is logged in can rename all day. Each kind of change has its own, so that none is hidden. */
const mostTextsPerDay = 5;

/** Every channel hears of every change: emails with a link that takes it back, texts without any. */
export async function tellOfFactors(
  needs: TellOfFactorsNeeds,
  tx: Tx,
  asker: Asker,
  change: ToldChange,
): Promise<void> {
  const { realm, device } = asker;
  const { account, numbers } = change;
  const since = await findSittingBegan(needs, tx, asker, change.since);
  const notMe = await issueNotMeLink(needs, tx, account.id, realm, since);
  const at = needs.clock.now();
  await tellAccount(needs, tx, account, {
    kind: 'factor-changed',
    write: (notice, language) => factorNoticeEmail({ ...notice, ...change, notMe, device, at }, language),
  });
  if (!(await isWithinLimit(tx, change, at))) return;
  const { service, support } = needs.settings;
  const words = wordsIn(factorNoticeWords, languageOf(account, needs.settings));
  const text = words.text(words.what[change.what](words.kind[change.kind]), service.name, support.phone);
  const message = { kind: 'factor-changed', text, accountId: account.id, expiresAt: after(at, textLife) };
  for (const to of numbers) await needs.sendText(tx, { ...message, to });
}

const isWithinLimit = async (tx: Tx, { what, account }: ToldChange, now: Date): Promise<boolean> =>
  (
    await countUse(tx, {
      name: `factor-texts:${what}:${account.id}`,
      window: days(1),
      atMost: mostTextsPerDay,
      now,
    })
  ).allowed;
