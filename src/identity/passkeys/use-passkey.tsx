import { wordsIn } from '../../kernel/words.ts';
import { useVisit } from '../../ui/index.ts';
import { PasskeyForm } from './passkey-form.tsx';
import { passkeysWords } from './passkeys.words.ts';

/** Beside a password: on the page that asks for a security code, and where somebody shows that it is still them. */
export const UsePasskey = ({ action, next }: { action: string; next: string }) => (
  <PasskeyForm
    does="use"
    action={action}
    label={wordsIn(passkeysWords, useVisit().language).form.use}
    next={next}
  />
);
