import type { ReactNode } from 'react';
import { wordsIn } from '../../kernel/words.ts';
import { Button, Form, useVisit } from '../../ui/index.ts';
import { passkeyOptionsAddress } from '../addresses.ts';
import { passkeysWords } from './passkeys.words.ts';

interface PasskeyFormProps {
  /** Uses one that is there, or makes a new one. */
  does: 'use' | 'create';
  /** Where the answer is posted; what is asked comes from below it. */
  action: string;
  label: string;
  /** Where to go on, if the page knows. */
  next?: string;
  /** Also offers passkeys where the name is typed. */
  inField?: boolean;
  /** A box of another form on the page that is sent along. */
  alongWith?: string;
  variant?: 'primary' | 'secondary';
  children?: ReactNode;
}

/** Hidden until the browser code finds that this browser has passkeys: without it there is nothing to press. */
export function PasskeyForm(props: PasskeyFormProps) {
  const { does, action, label, next, inField, alongWith, variant, children } = props;
  const { assets, language } = useVisit();
  const words = wordsIn(passkeysWords, language).form;
  const data = {
    'data-passkey': does,
    'data-options': passkeyOptionsAddress(action),
    'data-script': assets('passkey.js'),
    'data-not-used': does === 'use' ? words.notUsed : words.notCreated,
    'data-there-already': words.thereAlready,
    'data-not-reached': words.notReached,
    ...(inField && { 'data-in-field': '' }),
    ...(alongWith && { 'data-along-with': alongWith }),
  };
  return (
    <div hidden {...data}>
      <Form action={action}>
        <input type="hidden" name="passkey" value="" />
        {next ? <input type="hidden" name="next" value={next} /> : null}
        {children}
        <p className="nhsuk-error-message" role="alert" />
        <Button {...(variant && { variant })}>{label}</Button>
      </Form>
    </div>
  );
}
