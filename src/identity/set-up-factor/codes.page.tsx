import {
  Button,
  Checkboxes,
  ErrorSummary,
  errorFor,
  Form,
  type FormState,
  Heading,
  type Page,
  Paragraph,
  WarningCallout,
} from '../../ui/index.ts';
import { Next } from './next.tsx';
import type { SetUp } from './set-up.store.ts';
import type { SetUpFactorWords } from './set-up-factor.words.ts';
import type { SetUpStep } from './set-up-step.ts';

interface Props {
  form: FormState;
  step: SetUpStep;
  setUp: SetUp;
  codes: readonly string[];
  serviceName: string;
}

/** Codes as people copy them by hand: one a line, in groups. */
const CodeList = ({ codes, label }: { codes: readonly string[]; label: string }) => (
  <ol className="gh-codes" aria-label={label}>
    {codes.map((code) => (
      <li key={code}>
        <span className="gh-code">{code}</span>
      </li>
    ))}
  </ol>
);

export const codesPage = (
  { form, step, setUp, codes, serviceName }: Props,
  words: SetUpFactorWords,
): Page => {
  const { codes: say } = words;
  const others = step.factors.filter(({ kind }) => kind !== 'recovery-codes');
  const hasOld = step.factors.length > others.length;
  return {
    title: say.title,
    hasErrors: form.errors.length > 0,
    back: { href: step.to('') },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading caption={serviceName}>{say.title}</Heading>
        <Paragraph>{others.length > 0 ? say.what : say.whatPrinted}</Paragraph>
        <CodeList codes={codes} label={say.list} />
        <Paragraph>{say.keep}</Paragraph>
        <div className="gh-no-print">
          <Paragraph>{say.print}</Paragraph>
          <Form action={step.to('/codes/file')}>
            <Next step={step} />
            <Button variant="secondary">{say.file}</Button>
          </Form>
          <WarningCallout>
            <Paragraph>{say.once}</Paragraph>
            {hasOld ? <Paragraph>{say.old}</Paragraph> : null}
          </WarningCallout>
          <Form action={step.to('/codes')}>
            <Next step={step} />
            <input type="hidden" name="setUp" value={setUp.id} />
            <Checkboxes
              name="saved"
              label={say.savedLabel}
              error={errorFor(form, 'saved')}
              options={[{ value: 'yes', label: say.saved }]}
            />
            <Button>{say.goOn}</Button>
          </Form>
        </div>
      </>
    ),
  };
};
