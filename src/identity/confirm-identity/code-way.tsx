import type { TextState } from '../../notifications/index.ts';
import { Button, CodeInput, errorFor, Form, InsetText, Paragraph } from '../../ui/index.ts';
import { confirmAddress, passkeyConfirmAddress } from '../addresses.ts';
import { UsePasskey, WithoutPasskey } from '../passkeys/use-passkey.tsx';
import { endOfNumber, type Factor } from '../second-factors/factor.ts';
import { DeliveryLine } from '../second-factors/text-delivery.tsx';
import type { PartProps } from './confirm-identity.page.tsx';
import type { ConfirmIdentityWords } from './confirm-identity.words.ts';

/** A code that is under way, and when another can be asked for. */
export interface SentCode {
  isLive: boolean;
  againFrom: Date;
  /** What became of the text, while it is known. */
  text: TextState | undefined;
  /** As many as a day allows were sent. */
  limitUntil?: Date;
}

type CodeProps = PartProps & { way: Factor };

/** One way to get a code: what to do, and where to type it. A code is sent by a button, never by opening a page. */
export function CodeWay(props: CodeProps) {
  const { way, sent, words } = props;
  if (way.kind === 'passkey')
    return (
      <>
        <Paragraph>{words.from.passkey}</Paragraph>
        <WithoutPasskey />
        <UsePasskey action={passkeyConfirmAddress(props.realm)} next={props.next} />
      </>
    );
  if (way.kind !== 'text' && way.kind !== 'email')
    return (
      <>
        <Paragraph>{sayFrom(way, words)}</Paragraph>
        <TypeCode {...props} />
      </>
    );
  if (!sent?.isLive)
    return (
      <>
        <Paragraph>{sayFrom(way, words)}</Paragraph>
        <Limit {...props} />
        <Send {...props} />
      </>
    );
  return (
    <>
      <Paragraph>{way.kind === 'text' ? words.sent.text(endOfNumber(way)) : words.sent.email}</Paragraph>
      <DeliveryLine state={sent.text} now={props.now} />
      <Limit {...props} />
      <TypeCode {...props} />
      <Send {...props} />
    </>
  );
}

function sayFrom(way: Factor, { from }: ConfirmIdentityWords): string {
  switch (way.kind) {
    case 'authenticator':
      return from.authenticator(way.name);
    case 'text':
      return from.text(endOfNumber(way));
    case 'recovery-codes':
      return from['recovery-codes'](way.codesLeft);
    case 'email':
    case 'passkey':
      return from[way.kind];
  }
}

const Limit = ({ sent, settings, words }: CodeProps) =>
  sent?.limitUntil ? (
    <InsetText>{words.again.limit(sent.limitUntil, settings.service.timeZone)}</InsetText>
  ) : null;

function TypeCode({ way, form, realm, next, words: { code, goOn } }: CodeProps) {
  const error = errorFor(form, 'code');
  const field = { name: 'code', error };
  return (
    <Form action={`${confirmAddress(realm)}/code`}>
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="way" value={way.id} />
      {way.kind === 'recovery-codes' ? (
        <CodeInput
          {...field}
          label={code.recoveryLabel}
          hint={code.recoveryHint}
          inputMode="text"
          autoCapitalize="characters"
          width={20}
        />
      ) : (
        <CodeInput {...field} label={code.label} hint={code.hint} />
      )}
      <Button>{goOn}</Button>
    </Form>
  );
}

/** Without the browser's code the button is there at once, and says when it is too early. */
function Send({ way, sent, realm, next, now, words }: CodeProps) {
  const wait = sent ? sent.againFrom.getTime() - now.getTime() : 0;
  return (
    <Form action={`${confirmAddress(realm)}/send`}>
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="way" value={way.id} />
      {sent && wait > 0 ? (
        <p data-wait={Math.ceil(wait / 1000)} data-words={words.again.seconds}>
          {words.again.wait(now, sent.againFrom)}
        </p>
      ) : null}
      <Button variant={sent?.isLive ? 'secondary' : 'primary'}>
        {sent?.isLive ? words.again.button : words.send}
      </Button>
    </Form>
  );
}
