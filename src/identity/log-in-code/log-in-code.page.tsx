import { ErrorSummary, Heading, InsetText, type Page, Paragraph, ServiceNotices } from '../../ui/index.ts';
import { codeAddress, passkeyCodeAddress, withNext } from '../addresses.ts';
import { UsePasskey, WithoutPasskey } from '../passkeys/use-passkey.tsx';
import type { CodeStep } from './code-step.ts';
import type { LogInCodeWords } from './log-in-code.words.ts';
import type { LogInCodeProps, PartProps } from './log-in-code-props.ts';
import { OtherWays } from './other-ways.tsx';
import { Remember } from './remember.tsx';
import { TypedWay } from './typed-way.tsx';

export const logInCodePage = (props: LogInCodeProps, words: LogInCodeWords): Page => {
  const { form, step, left } = props;
  const title = titleOf(step, words);
  return {
    title,
    hasErrors: form.errors.length > 0,
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <ServiceNotices notices={props.notices} />
        <Heading>{title}</Heading>
        {left === undefined ? null : <InsetText>{words.left(left)}</InsetText>}
        {step.hasPasskey ? <Passkey {...props} words={words} /> : null}
        {step.way ? <TypedWay {...props} way={step.way} words={words} /> : null}
        {step.way || step.hasPasskey ? null : <Paragraph>{words.noWay}</Paragraph>}
        <OtherWays {...props} words={words} />
        <Paragraph>
          <a href={withNext(`${codeAddress(step.attempt.realm)}/cannot-use`, props.next)}>
            {words.cannotUse(hasSeveral(step))}
          </a>
        </Paragraph>
      </>
    ),
  };
};

const hasSeveral = ({ others, way, hasPasskey }: CodeStep): boolean =>
  others.length > 0 || (way !== undefined && hasPasskey);

function titleOf({ isBeside, way, hasPasskey }: CodeStep, words: LogInCodeWords): string {
  if (isBeside) return words.beside.title;
  return hasPasskey && !way ? words.passkey.title : words.title;
}

/** One box counts for a code and for a passkey alike. */
const Passkey = (props: PartProps) => {
  const { step, next, words } = props;
  const action = passkeyCodeAddress(step.attempt.realm);
  if (step.way) return <UsePasskey action={action} next={next} alongWith="remember" />;
  return (
    <>
      <WithoutPasskey />
      <UsePasskey action={action} next={next}>
        <Paragraph>{words.passkey.what}</Paragraph>
        <Remember {...props} />
      </UsePasskey>
    </>
  );
};
