import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Paragraph,
  PhoneInput,
} from '../../ui/index.ts';
import { canProve } from '../second-factors/factor-policy.ts';
import { Next } from './next.tsx';
import type { SetUpFactorWords } from './set-up-factor.words.ts';
import type { SetUpStep } from './set-up-step.ts';

interface Props {
  form: FormState;
  step: SetUpStep;
  settings: Settings;
  /** The id of the number it takes the place of; empty for another one. */
  replaces: string;
}

export const numberPage = ({ form, step, settings, replaces }: Props, words: SetUpFactorWords): Page => {
  const { number, code } = words;
  const title = replaces ? number.change : number.title;
  const { newNumberWaits } = settings.secondFactor;
  return {
    title,
    hasErrors: form.errors.length > 0,
    back: { href: step.to('') },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{title}</Heading>
        {step.factors.some(canProve) && newNumberWaits > 0 ? (
          <Paragraph>{number.waits(newNumberWaits)}</Paragraph>
        ) : null}
        <Form action={step.to('/text')}>
          <Next step={step} />
          <input type="hidden" name="replaces" value={replaces} />
          <PhoneInput
            {...fieldOf(form, 'phone')}
            label={number.label}
            hint={number.hint}
            autoComplete="tel"
          />
          <Paragraph small>{number.charge}</Paragraph>
          <Button>{number.send}</Button>
        </Form>
        <Paragraph>
          <a href={step.to('')}>{code.otherWay}</a>
        </Paragraph>
      </>
    ),
  };
};
