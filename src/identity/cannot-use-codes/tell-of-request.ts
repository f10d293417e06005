import type { Realm } from '../../kernel/actor.ts';
import { after, days } from '../../kernel/duration.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { SendText } from '../../notifications/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { AccessLinkNeeds } from '../access-links/access-link.ts';
import { issueNotMeLink } from '../access-links/issue-not-me.ts';
import { type Account, languageOf } from '../account.ts';
import { type HelpersNeeds, privateHelpers } from '../helpers.ts';
import type { Factor } from '../second-factors/factor.ts';
import { type TellAccountNeeds, tellAccount } from '../tell-account.ts';
import { resetAskedEmail } from './cannot-use.email.tsx';
import { cannotUseWords } from './cannot-use.words.ts';

export type TellOfRequestNeeds = TellAccountNeeds & AccessLinkNeeds & HelpersNeeds & { sendText: SendText };

interface Asked {
  realm: Realm;
  reference: string;
  factors: readonly Factor[];
}

const kind = 'factor-reset-asked';
/** A text that arrives days later only frightens. */
const textLife = days(1);

/** Every channel hears that somebody with the password asks for a way round the code; only emails hold a link. */
export async function tellOfRequest(
  needs: TellOfRequestNeeds,
  tx: Tx,
  account: Account,
  { realm, reference, factors }: Asked,
): Promise<void> {
  const notMe = await issueNotMeLink(needs, tx, account.id, realm);
  const helpers = realm === 'portal' ? await privateHelpers(needs, tx, account, needs.clock.now()) : [];
  await tellAccount(needs, tx, account, {
    kind,
    write: (notice, language) => resetAskedEmail({ ...notice, notMe, reference, helpers }, language),
  });
  const { service, support } = needs.settings;
  const text = wordsIn(cannotUseWords, languageOf(account, needs.settings)).text(service.name, support.phone);
  const message = { kind, text, accountId: account.id, expiresAt: after(needs.clock.now(), textLife) };
  for (const { phoneDialled: to } of factors) if (to) await needs.sendText(tx, { ...message, to });
}
