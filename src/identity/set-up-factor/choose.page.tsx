import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
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
  Radios,
} from '../../ui/index.ts';
import { securityAddress } from '../addresses.ts';
import { canProve } from '../second-factors/factor-policy.ts';
import { laterMethods, offeredMethods } from '../second-factors/offered-methods.ts';
import { Next } from './next.tsx';
import type { SetUpFactorWords } from './set-up-factor.words.ts';
import type { SetUpStep } from './set-up-step.ts';
import { type Way, waysOf } from './ways.ts';

interface Props {
  form: FormState;
  step: SetUpStep;
  settings: Settings;
  /** Until when it can be put off. */
  graceUntil: Date | undefined;
  ranOut: boolean;
}

export const choosePage = (props: Props, words: SetUpFactorWords): Page => {
  const { form, step } = props;
  const { choose } = words;
  const isLogIn = step.place.in === 'log-in';
  return {
    title: choose.title,
    hasErrors: form.errors.length > 0,
    ...(!isLogIn && { back: { href: securityAddress(step.place.realm) } }),
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{choose.title}</Heading>
        {props.ranOut && form.errors.length === 0 ? <InsetText>{choose.ranOut}</InsetText> : null}
        <Paragraph>{choose.why[step.place.in](props.settings.service.name)}</Paragraph>
        {isLogIn ? <Paragraph>{choose[whyNow(step)]}</Paragraph> : null}
        <Choice {...props} words={words} />
      </>
    ),
  };
};

function whyNow({ factors }: SetUpStep): 'policy' | 'stronger' | 'usedUp' {
  if (factors.length === 0) return 'policy';
  return factors.some(canProve) ? 'stronger' : 'usedUp';
}

function Choice({ form, step, settings, graceUntil, words }: Props & { words: SetUpFactorWords }) {
  const { choose, ways } = words;
  const { secondFactor, service } = settings;
  const offered = waysOf(offeredMethods(secondFactor, step.factors));
  const later = laterMethods(secondFactor, step.factors);
  const hasCodes = step.factors.some(({ codesLeft }) => codesLeft > 0);
  const named = (way: Way) => (way === 'recovery-codes' && hasCodes ? ways['new-codes'] : ways[way]);
  if (offered.length === 0) return <Paragraph>{choose.none}</Paragraph>;
  return (
    <>
      <Form action={step.to('')}>
        <Next step={step} />
        <Radios
          {...fieldOf(form, 'way')}
          label={choose.label}
          options={offered.map((way) => ({ value: way, ...named(way) }))}
        />
        <Button>{choose.goOn}</Button>
      </Form>
      <Details summary={choose.help.summary}>
        <List items={choose.help.items} />
      </Details>
      {later.length > 0 ? (
        <>
          <Paragraph>{choose.afterwards}</Paragraph>
          <List items={later.map((kind) => ways[kind].label)} />
        </>
      ) : null}
      {graceUntil ? (
        <Form action={step.to('/later')}>
          <Next step={step} />
          <Paragraph>{choose.laterUntil(graceUntil, service.timeZone)}</Paragraph>
          <Button variant="secondary">{choose.later}</Button>
        </Form>
      ) : null}
    </>
  );
}
