import type { TextState } from '../../notifications/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  CodeInput,
  Details,
  ErrorSummary,
  errorFor,
  Form,
  type FormState,
  Heading,
  InsetText,
  type Page,
  Paragraph,
} from '../../ui/index.ts';
import { DeliveryLine } from '../second-factors/text-delivery.tsx';
import { Next } from './next.tsx';
import type { SetUp } from './set-up.store.ts';
import type { SetUpFactorWords } from './set-up-factor.words.ts';
import type { SetUpStep } from './set-up-step.ts';

export interface SentProps {
  form: FormState;
  step: SetUpStep;
  setUp: SetUp & { kind: 'text' | 'email' };
  settings: Settings;
  resendAt: Date;
  now: Date;
  /** After a wrong code. */
  left?: number;
  /** What became of the text message. */
  text: TextState | undefined;
}

type Parts = SentProps & { words: SetUpFactorWords };

export const sentPage = (props: SentProps, words: SetUpFactorWords): Page => {
  const { form, step, setUp, settings } = props;
  const { sent } = words;
  const to = setUp.kind === 'text' ? (setUp.phone ?? '') : step.asker.email;
  return {
    title: sent.title[setUp.kind],
    hasErrors: form.errors.length > 0,
    back: { href: setUp.kind === 'text' ? step.to('/text') : step.to('') },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{sent.title[setUp.kind]}</Heading>
        <Paragraph>{sent.to[setUp.kind](to)}</Paragraph>
        <Paragraph>{sent.life(settings.secondFactor.codeLife)}</Paragraph>
        {setUp.kind === 'text' ? <DeliveryLine state={props.text} now={props.now} /> : null}
        {props.left === undefined ? null : <InsetText>{words.code.left(props.left)}</InsetText>}
        <EnterCode {...props} words={words} />
        <Details summary={sent.notCome[setUp.kind]}>
          <Paragraph>{sent.why[setUp.kind]}</Paragraph>
          <SendAgain {...props} words={words} />
          <Paragraph>
            <a href={step.to('')}>{words.code.otherWay}</a>
          </Paragraph>
        </Details>
      </>
    ),
  };
};

const EnterCode = ({ form, step, setUp, words: { code } }: Parts) => (
  <Form action={step.to(`/${setUp.kind}/code`)}>
    <Next step={step} />
    <input type="hidden" name="setUp" value={setUp.id} />
    <CodeInput name="code" label={code.label} hint={code.hint} error={errorFor(form, 'code')} />
    <Button>{code.goOn}</Button>
  </Form>
);

/** Without the browser's code the button is there at once, and says when it is too early. */
function SendAgain({ step, setUp, resendAt, now, words: { sent } }: Parts) {
  return (
    <>
      <Form action={step.to(`/${setUp.kind}/again`)}>
        <Next step={step} />
        {resendAt > now ? (
          <p data-wait={Math.ceil((resendAt.getTime() - now.getTime()) / 1000)} data-words={sent.seconds}>
            {sent.wait(now, resendAt)}
          </p>
        ) : null}
        <Button variant="secondary">{sent.again}</Button>
      </Form>
      {setUp.kind === 'text' ? (
        <Paragraph>
          <a href={step.to('/text')}>{sent.otherNumber}</a>
        </Paragraph>
      ) : null}
    </>
  );
}
