import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  Checkboxes,
  CodeInput,
  Details,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  List,
  type Page,
  Paragraph,
} from '../../ui/index.ts';
import { codeAddress, passkeyCodeAddress, withNext } from '../addresses.ts';
import { UsePasskey, WithoutPasskey } from '../passkeys/use-passkey.tsx';
import { endOfNumber, type Factor } from '../second-factors/factor.ts';
import { DeliveryLine } from '../second-factors/text-delivery.tsx';
import type { CodeStep } from './code-step.ts';
import type { LogInCodeWords } from './log-in-code.words.ts';

export interface LogInCodeProps {
  form: FormState;
  step: CodeStep;
  next: string;
  now: Date;
  settings: Settings;
  /** After a wrong code. */
  left?: number;
}

export const logInCodePage = (props: LogInCodeProps, words: LogInCodeWords): Page => {
  const { form, step, left } = props;
  const title = titleOf(step, words);
  return {
    title,
    hasErrors: form.errors.length > 0,
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{title}</Heading>
        {left === undefined ? null : <InsetText>{words.left(left)}</InsetText>}
        {step.hasPasskey ? <Passkey {...props} words={words} /> : null}
        {step.way ? <TypedWay {...props} way={step.way} words={words} /> : null}
        {step.way || step.hasPasskey ? null : <Paragraph>{words.noWay}</Paragraph>}
        <OtherWays {...props} words={words} />
        <Paragraph>
          <a href={withNext(`${codeAddress(step.attempt.realm)}/cannot-use`, props.next)}>
            {words.cannotUse}
          </a>
        </Paragraph>
      </>
    ),
  };
};

function titleOf({ isBeside, way, hasPasskey }: CodeStep, words: LogInCodeWords): string {
  if (isBeside) return words.beside.title;
  return hasPasskey && !way ? words.passkey.title : words.title;
}

interface PartProps extends LogInCodeProps {
  words: LogInCodeWords;
}

type WayProps = PartProps & { way: Factor };

const isSentTo = ({ step, way }: WayProps): 'text' | 'email' | undefined => {
  if (step.isBeside) return 'email';
  return way.kind === 'text' || way.kind === 'email' ? way.kind : undefined;
};

function TypedWay(props: WayProps) {
  const channel = isSentTo(props);
  const { sent } = props.step;
  const isThere = !channel || (sent && sent.expiresAt > props.now);
  return (
    <>
      <WhatToDo {...props} />
      {isThere ? <Entry {...props} /> : null}
      {channel ? <SendAgain {...props} channel={channel} /> : null}
    </>
  );
}

function WhatToDo(props: WayProps) {
  const { step, way, now, settings, words } = props;
  const channel = isSentTo(props);
  if (!channel) return <Paragraph>{sayWay(props)}</Paragraph>;
  const isExpired = step.sent && step.sent.expiresAt <= now;
  return (
    <>
      {step.isBeside ? <Paragraph>{words.beside.why}</Paragraph> : null}
      <Paragraph>{sayChannel(words, channel, way, step.sent !== undefined && !isExpired)}</Paragraph>
      {channel === 'text' && step.sent && !isExpired ? <DeliveryLine state={step.text} now={now} /> : null}
      {step.sent && !isExpired ? <Paragraph>{words.life(settings.secondFactor.codeLife)}</Paragraph> : null}
      {isExpired ? <Paragraph>{words.expired}</Paragraph> : null}
    </>
  );
}

const sayWay = ({ way, settings, words }: WayProps): string =>
  way.kind === 'recovery-codes'
    ? words.recovery(way.codesLeft)
    : words.authenticator(settings.service.name, way.name);

function sayChannel(words: LogInCodeWords, channel: 'text' | 'email', way: Factor, isSent: boolean): string {
  if (channel === 'email') return isSent ? words.email.sent : words.email.notSent;
  const end = endOfNumber(way);
  return isSent ? words.text.sent(end) : words.text.notSent(end);
}

/** Which log in and which way a form is about. */
const Hidden = ({ step, next }: LogInCodeProps) => (
  <>
    <input type="hidden" name="next" value={next} />
    <input type="hidden" name="way" value={step.isBeside ? '' : (step.way?.id ?? '')} />
  </>
);

function Entry(props: WayProps) {
  const { form, step, way, words } = props;
  const isRecovery = way.kind === 'recovery-codes';
  const field = { ...fieldOf(form, 'code') };
  return (
    <Form action={codeAddress(step.attempt.realm)}>
      <Hidden {...props} />
      {isRecovery ? (
        <CodeInput
          {...field}
          label={words.field.recovery}
          hint={words.field.recoveryHint}
          inputMode="text"
          autoCapitalize="characters"
          width={20}
        />
      ) : (
        <CodeInput {...field} label={words.field.code} hint={words.field.codeHint} />
      )}
      <Remember {...props} />
      <Button>{words.goOn}</Button>
    </Form>
  );
}

/** One box counts for a code and for a passkey alike. */
const Passkey = (props: PartProps) => {
  const { step, next, words } = props;
  const action = passkeyCodeAddress(step.attempt.realm);
  if (step.way) return <UsePasskey action={action} next={next} alongWith="remember" />;
  return (
    <>
      <Paragraph>{words.passkey.what}</Paragraph>
      <WithoutPasskey />
      <UsePasskey action={action} next={next}>
        <Remember {...props} />
      </UsePasskey>
    </>
  );
};

const Remember = ({ form, step, settings, words }: PartProps) =>
  step.canRemember ? (
    <Checkboxes
      name="remember"
      label={words.remember}
      small
      value={form.values.remember}
      options={[
        {
          value: 'yes',
          label: words.rememberLabel(settings.secondFactor.rememberDevice),
          hint: words.rememberHint,
        },
      ]}
    />
  ) : null;

/** Without the browser's code the button is there at once, and says when it is too early. */
function SendAgain(props: WayProps & { channel: 'text' | 'email' }) {
  const { step, now, channel, words } = props;
  const wait = Math.ceil(Math.max(0, step.resendAt.getTime() - now.getTime()) / 1000);
  const waiting = step.sent ? words.againIn : words.sendIn;
  return (
    <Form action={`${codeAddress(step.attempt.realm)}/send`}>
      <Hidden {...props} />
      {wait > 0 ? (
        <p data-wait={wait} data-words={waiting.inSeconds}>
          {waiting.in(wait * 1000)}
        </p>
      ) : null}
      <Button variant={step.sent ? 'secondary' : 'primary'}>
        {step.sent ? words.again[channel] : words.send[channel]}
      </Button>
    </Form>
  );
}

function OtherWays({ step, next, words }: PartProps) {
  if (step.others.length === 0) return null;
  const address = withNext(codeAddress(step.attempt.realm), next);
  return (
    <Details summary={words.other.title}>
      <List
        items={step.others.map((other) => (
          <a key={other.id} href={`${address}${next ? '&' : '?'}way=${other.id}`}>
            {sayOther(other, words)}
          </a>
        ))}
      />
    </Details>
  );
}

function sayOther(other: Factor, { other: words }: LogInCodeWords): string {
  switch (other.kind) {
    case 'text':
      return words.text(endOfNumber(other));
    case 'email':
      return words.email;
    case 'recovery-codes':
      return words.recovery;
    default:
      return words.authenticator(other.name);
  }
}
