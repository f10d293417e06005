import type { Settings } from '../../platform/settings/settings.ts';
import { Button, Checkboxes, Form, Heading, InsetText, type Page, Panel, Paragraph } from '../../ui/index.ts';
import { offeredMethods } from '../second-factors/offered-methods.ts';
import { Next } from './next.tsx';
import type { SetUpFactorWords } from './set-up-factor.words.ts';
import type { SetUpStep } from './set-up-step.ts';

interface Props {
  step: SetUpStep;
  settings: Settings;
  mayRemember: boolean;
}

/** The end of a set-up in a log in: recovery codes are offered, and then the person goes in. */
export const donePage = ({ step, settings, mayRemember }: Props, words: SetUpFactorWords): Page => {
  const { done } = words;
  const { secondFactor } = settings;
  return {
    title: done.title,
    body: (
      <>
        <Panel title={done.title} />
        <Paragraph>{done.next[askedFor(step)]}</Paragraph>
        {lacksCodes(step, secondFactor) ? (
          <InsetText>
            <Heading level={2} size="s">
              {done.codes.heading}
            </Heading>
            <Paragraph>{done.codes.why}</Paragraph>
            <Form action={step.to('')}>
              <Next step={step} />
              <input type="hidden" name="way" value="recovery-codes" />
              <Button variant="secondary">{done.codes.button}</Button>
            </Form>
          </InsetText>
        ) : null}
        <Form action={step.to('/done')}>
          <Next step={step} />
          {mayRemember ? (
            <Checkboxes
              name="remember"
              label={done.rememberLabel}
              hint={done.rememberHint}
              options={[{ value: 'yes', label: done.remember(secondFactor.rememberDevice) }]}
            />
          ) : null}
          <Button>{done.goOn}</Button>
        </Form>
      </>
    ),
  };
};

/** What the next log in asks for, as far as it can be told in one sentence. */
function askedFor({ factors }: SetUpStep): 'code' | 'passkey' | 'recovery' {
  const kinds = new Set(factors.map(({ kind }) => kind).filter((kind) => kind !== 'recovery-codes'));
  if (kinds.size === 0) return 'recovery';
  return kinds.size === 1 && kinds.has('passkey') ? 'passkey' : 'code';
}

const lacksCodes = ({ factors }: SetUpStep, rules: Settings['secondFactor']): boolean =>
  offeredMethods(rules, factors).includes('recovery-codes') &&
  !factors.some(({ kind }) => kind === 'recovery-codes');
