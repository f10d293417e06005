import type { Realm } from '../../kernel/actor.ts';
import { wordsIn } from '../../kernel/words.ts';
import { useVisit } from '../../ui/index.ts';
import { passkeyLogInAddress } from '../addresses.ts';
import { PasskeyForm } from './passkey-form.tsx';
import { passkeysWords } from './passkeys.words.ts';

/** In the place of a name and password, on the log in page. */
export const PasskeyLogIn = ({ realm, next }: { realm: Realm; next: string }) => (
  <PasskeyForm
    does="use"
    action={passkeyLogInAddress(realm)}
    label={wordsIn(passkeysWords, useVisit().language).form.use}
    next={next}
    variant="secondary"
    inField
  />
);
