import {
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  LinkButton,
  NotificationBanner,
  type Page,
  Paragraph,
  Radios,
  Select,
} from '../../ui/index.ts';
import { handoverAddress, newUserAddress, organisationAddress, usersAddress } from '../addresses.ts';
import type { Here } from '../here.ts';
import { type RoleName, roleTitle } from '../roles/roles.ts';
import type { HandOverWords } from './hand-over.words.ts';
import { afterwardsChoices, type Colleague } from './handover.ts';
import type { HandoverStep } from './read-handover.ts';

type Words = HandOverWords;

export type HandoverPageProps = { here: Here; form: FormState; timeZone: string; done?: string | undefined };
type Of<Step extends HandoverStep['step']> = Extract<HandoverStep, { step: Step }>;

export function handoverPage(props: HandoverPageProps & HandoverStep, words: Words): Page {
  const { practice } = props.here;
  return {
    title: titleOf(props, words),
    hasErrors: props.form.errors.length > 0,
    back: { href: organisationAddress(practice.code), label: words.back },
    body: (
      <>
        <ErrorSummary errors={props.form.errors} />
        {props.done ? <NotificationBanner success heading={props.done} /> : null}
        <Heading caption={practice.name}>{titleOf(props, words)}</Heading>
        <Step {...props} words={words} />
      </>
    ),
  };
}

const titleOf = ({ step }: HandoverStep, words: Words): string => words[step].title;

function Step(props: HandoverPageProps & HandoverStep & { words: Words }) {
  switch (props.step) {
    case 'offer':
      return <Offer {...props} />;
    case 'waiting':
      return <Waiting {...props} />;
    case 'answer':
      return <Answer {...props} />;
    case 'none':
      return <Paragraph>{props.words.none.text}</Paragraph>;
  }
}

type PartProps<Step extends HandoverStep['step']> = HandoverPageProps & Of<Step> & { words: Words };

function Offer({ here, form, colleagues, otherRoles, taskRoles, words: { offer } }: PartProps<'offer'>) {
  const { practice, services } = here;
  if (colleagues.length === 0)
    return (
      <EmptyState heading={offer.nobody}>
        <p>{offer.nobodyText}</p>
        <p>
          <a href={newUserAddress(practice.code)}>{offer.create}</a>
        </p>
      </EmptyState>
    );
  const keeps = (roles: readonly RoleName[]) =>
    roles.length > 0
      ? offer.keeps(roles.map((role) => roleTitle(services, role)).join(', '))
      : offer.keepsNothing;
  const hints = {
    deputy: offer.deputyHint,
    'other-roles': keeps(otherRoles),
    'task-roles': keeps(taskRoles),
  };
  // Who administers nothing else has nothing to choose between the two.
  const choices = afterwardsChoices.filter(
    (value) => value !== 'task-roles' || taskRoles.length < otherRoles.length,
  );
  return (
    <>
      <Paragraph>{offer.lead}</Paragraph>
      <Form action={handoverAddress(practice.code)}>
        <WhoTakes form={form} colleagues={colleagues} words={offer} />
        <Radios
          {...fieldOf(form, 'afterwards')}
          label={offer.afterwards}
          options={choices.map((value) => ({
            value,
            label: value !== 'deputy' && otherRoles.length === 0 ? offer.nothingLeft : offer.choices[value],
            hint: hints[value],
          }))}
        />
        <Button>{offer.send}</Button>
      </Form>
    </>
  );
}

/** More than a screen can show are a list to choose from. */
const mostShown = 10;

function WhoTakes({
  form,
  colleagues,
  words,
}: {
  form: FormState;
  colleagues: readonly Colleague[];
  words: Words['offer'];
}) {
  if (colleagues.length > mostShown)
    return (
      <Select
        {...fieldOf(form, 'to')}
        label={words.to}
        hint={words.toHint}
        options={[
          { value: '', label: words.choose },
          ...colleagues.map(({ id, fullName, email }) => ({
            value: id,
            label: words.colleague(fullName, email),
          })),
        ]}
      />
    );
  return (
    <Radios
      {...fieldOf(form, 'to')}
      label={words.to}
      hint={words.toHint}
      options={colleagues.map(({ id, fullName, email, isDeputy }) => ({
        value: id,
        label: words.colleague(fullName, email),
        ...(isDeputy && { hint: words.deputy }),
      }))}
    />
  );
}

const Waiting = ({ here, offer, timeZone, words: { waiting } }: PartProps<'waiting'>) => (
  <>
    <Paragraph>{waiting.text(offer.to.name)}</Paragraph>
    <Paragraph>{waiting.until(offer.expiresAt, timeZone)}</Paragraph>
    <Form action={handoverAddress(here.practice.code, 'withdraw')}>
      <Button variant="secondary">{waiting.withdraw}</Button>
    </Form>
  </>
);

const Answer = ({ here: { practice }, offer, form, timeZone, words }: PartProps<'answer'>) => (
  <>
    <Paragraph>{words.answer.text({ from: offer.from.name, practice: practice.name })}</Paragraph>
    <Paragraph>{words.answer.means}</Paragraph>
    <Paragraph>{words.emails.answer(offer.expiresAt, timeZone)}</Paragraph>
    <Form action={handoverAddress(practice.code, 'answer')}>
      <Radios
        {...fieldOf(form, 'answer')}
        label={words.answer.question}
        options={[
          { value: 'yes', label: words.answer.yes },
          { value: 'no', label: words.answer.no },
        ]}
      />
      <Button>{words.answer.send}</Button>
    </Form>
  </>
);

/** After an answer: what is so now, and where to go on. */
export const answeredPage = ({ practice }: Here, answer: 'accepted' | 'declined', words: Words): Page => ({
  title: words.done[answer] ?? words.doneTitle,
  body: (
    <>
      <Heading caption={practice.name}>{words.done[answer] ?? words.doneTitle}</Heading>
      {answer === 'accepted' ? (
        <LinkButton href={usersAddress(practice.code)}>{words.manage}</LinkButton>
      ) : (
        <Paragraph>
          <a href={organisationAddress(practice.code)}>{words.home}</a>
        </Paragraph>
      )}
    </>
  ),
});
