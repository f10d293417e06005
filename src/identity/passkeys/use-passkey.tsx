import type { ReactNode } from 'react';
import { wordsIn } from '../../kernel/words.ts';
import { Paragraph, useVisit } from '../../ui/index.ts';
import { PasskeyForm } from './passkey-form.tsx';
import { passkeysWords } from './passkeys.words.ts';

interface UsePasskeyProps {
  action: string;
  next: string;
  alongWith?: string;
  children?: ReactNode;
}

/** Beside a password: on the page that asks for a security code, and where somebody shows that it is still them. */
export const UsePasskey = (props: UsePasskeyProps) => (
  <PasskeyForm does="use" label={wordsIn(passkeysWords, useVisit().language).form.use} {...props} />
);

/** For pages on which a passkey is all there is; goes away in a browser that has them. */
export const WithoutPasskey = () => (
  <div data-without-passkey="">
    <Paragraph>{wordsIn(passkeysWords, useVisit().language).form.without}</Paragraph>
  </div>
);
