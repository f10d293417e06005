import type { ReactNode } from 'react';
import type { Realm } from '../../kernel/actor.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  ErrorSummary,
  errorFor,
  Form,
  type FormState,
  Heading,
  InsetText,
  List,
  type Page,
  Paragraph,
  PasswordInput,
} from '../../ui/index.ts';
import { confirmAddress, homeAddress, recoveryAddress } from '../addresses.ts';
import { CodeWay, type SentCode } from './code-way.tsx';
import type { ConfirmIdentityWords } from './confirm-identity.words.ts';
import type { Way, Ways } from './find-ways.ts';
import { OtherWays } from './other-ways.tsx';

export interface ConfirmProps {
  form: FormState;
  realm: Realm;
  next: string;
  ways: Ways;
  /** Nothing where there is no way now. */
  way: Way | undefined;
  /** The code that is under way to a phone or mailbox. */
  sent: SentCode | undefined;
  now: Date;
  settings: Settings;
  /** After a wrong password or code. */
  left?: number;
}

export function confirmIdentityPage(props: ConfirmProps, words: ConfirmIdentityWords): Page {
  const title = words.title[titleOf(props.way)];
  return {
    title,
    hasErrors: props.form.errors.length > 0,
    body: (
      <>
        <ErrorSummary errors={props.form.errors} />
        <Heading>{title}</Heading>
        <Paragraph>{words.why}</Paragraph>
        {props.next.includes('kept=') ? <Paragraph>{words.kept}</Paragraph> : null}
        <WhyNotPassword {...props} words={words} />
        <Left {...props} words={words} />
        {props.way === undefined ? <NoWay {...props} words={words} /> : null}
        {props.way === 'password' ? <PasswordWay {...props} words={words} /> : null}
        {typeof props.way === 'object' ? <CodeWay {...props} way={props.way} words={words} /> : null}
        <OtherWays {...props} words={words} />
      </>
    ),
  };
}

type TitleName = keyof ConfirmIdentityWords['title'];

function titleOf(way: Way | undefined): TitleName {
  if (way === undefined) return 'none';
  if (way === 'password') return 'password';
  return way.kind === 'recovery-codes' || way.kind === 'passkey' ? way.kind : 'code';
}

export type PartProps = ConfirmProps & { words: ConfirmIdentityWords };

const WhyNotPassword = ({ ways, settings, words }: PartProps): ReactNode =>
  ways.passwordCountsFrom ? (
    <InsetText>
      <p>{words.notPassword(ways.passwordCountsFrom, settings.service.timeZone)}</p>
    </InsetText>
  ) : null;

function Left({ left, way, words }: PartProps): ReactNode {
  if (left === undefined) return null;
  const say = way === 'password' ? words.left : words.code.left;
  return <InsetText>{say(left)}</InsetText>;
}

const NoWay = ({ realm, words }: PartProps) => (
  <>
    <Paragraph>{words.noWay}</Paragraph>
    <List items={[<a href={homeAddress(realm)}>{words.back}</a>]} />
  </>
);

const PasswordWay = ({ form, realm, next, words }: PartProps) => (
  <Form action={confirmAddress(realm)}>
    <input type="hidden" name="next" value={next} />
    <PasswordInput name="password" label={words.password} error={errorFor(form, 'password')} />
    <Paragraph>
      <a href={recoveryAddress(realm)}>{words.forgotten}</a>
    </Paragraph>
    <Button>{words.goOn}</Button>
  </Form>
);
