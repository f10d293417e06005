import { Button, CodeInput, Form, fieldOf, Paragraph } from '../../ui/index.ts';
import { codeAddress } from '../addresses.ts';
import { endOfNumber, type Factor } from '../second-factors/factor.ts';
import { DeliveryLine } from '../second-factors/text-delivery.tsx';
import type { LogInCodeWords } from './log-in-code.words.ts';
import type { LogInCodeProps, PartProps } from './log-in-code-props.ts';
import { Remember } from './remember.tsx';

type WayProps = PartProps & { way: Factor };

const isSentTo = ({ step, way }: WayProps): 'text' | 'email' | undefined => {
  if (step.isBeside) return 'email';
  return way.kind === 'text' || way.kind === 'email' ? way.kind : undefined;
};

/** What to do for a code of this way, the field for it, and how to have it sent. */
export function TypedWay(props: WayProps) {
  const channel = isSentTo(props);
  const { sent } = props.step;
  const isThere = !channel || (sent && sent.expiresAt > props.now);
  return (
    <>
      <Instruction {...props} />
      {isThere ? <Entry {...props} /> : null}
      {channel ? <SendAgain {...props} channel={channel} /> : null}
    </>
  );
}

function Instruction(props: WayProps) {
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
