import type { Realm } from '../../kernel/actor.ts';
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
  Radios,
  SummaryList,
  TextArea,
  TypedLines,
} from '../../ui/index.ts';
import { withNext } from '../addresses.ts';
import { type ResetReason, resetReasons } from '../second-factors/reset-request.store.ts';
import { cannotUseAddress } from './cannot-use.addresses.ts';
import { longestWords } from './cannot-use.form.ts';
import type { CannotUseWords } from './cannot-use.words.ts';

interface AskProps {
  realm: Realm;
  next: string;
  form: FormState;
  settings: Settings;
}

export const askForResetPage = ({ realm, next, form, settings }: AskProps, words: CannotUseWords): Page => ({
  title: words.ask.title,
  hasErrors: form.errors.length > 0,
  back: { href: withNext(cannotUseAddress(realm), next) },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.ask.title}</Heading>
      <Form action={cannotUseAddress(realm, '/ask')}>
        <input type="hidden" name="next" value={next} />
        <Radios
          {...fieldOf(form, 'reason')}
          label={words.ask.reason}
          options={resetReasons.map((value) => ({ value, label: words.reasons[value] }))}
        />
        <TextArea
          {...fieldOf(form, 'words')}
          label={words.ask.words}
          hint={settings.service.usedByPatients ? words.ask.wordsHint : words.ask.wordsHintForStaff}
          maximum={longestWords}
          rows={4}
        />
        <PhoneInput
          {...fieldOf(form, 'phone')}
          label={words.ask.phone}
          hint={words.ask.phoneHint}
          autoComplete="tel"
        />
        <Button>{words.ask.goOn}</Button>
      </Form>
    </>
  ),
});

interface CheckProps {
  realm: Realm;
  next: string;
  said: { reason: ResetReason; words: string; phone: string };
}

/** What will be sent, word for word, before it is. */
export const checkRequestPage = (props: CheckProps, words: CannotUseWords): Page => ({
  title: words.check.title,
  body: (
    <>
      <Heading>{words.check.title}</Heading>
      <SummaryList
        rows={[
          { key: words.check.reason, value: words.reasons[props.said.reason] },
          {
            key: words.check.words,
            value: props.said.words ? <TypedLines>{props.said.words}</TypedLines> : words.check.nothing,
          },
          { key: words.check.phone, value: props.said.phone || words.check.nothing },
        ]}
      />
      <Paragraph>{words.check.told}</Paragraph>
      <Form action={cannotUseAddress(props.realm, '/send')}>
        <Said {...props} />
        <Button>{words.check.send}</Button>
      </Form>
      <Form action={cannotUseAddress(props.realm, '/ask')}>
        <Said {...props} />
        <input type="hidden" name="change" value="yes" />
        <Button variant="secondary">{words.check.change}</Button>
      </Form>
    </>
  ),
});

const Said = ({ next, said }: CheckProps) =>
  Object.entries({ next, ...said }).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
