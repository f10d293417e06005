import { isNoMobile, readPhoneNumber } from '../../kernel/phone-number.ts';
import {
  Card,
  CardGroup,
  Details,
  ErrorSummary,
  type FormState,
  Heading,
  InsetText,
  NotificationBanner,
  type Page,
  Paragraph,
  SummaryList,
} from '../../ui/index.ts';
import { registrationAddress, registrationsAddress } from '../addresses.ts';
import { LetterSection, RefusalSection, TwoThirds } from '../claims/desk-sections.tsx';
import { addressLine } from '../places/organisation-address.tsx';
import type { CheckRegistrationWords } from './check-registration.words.ts';
import { CheckSection } from './check-section.tsx';
import { DecideSection } from './decide-section.tsx';
import type { Registration } from './registration.ts';

type Words = CheckRegistrationWords;

export interface RegistrationPageProps {
  registration: Registration;
  othersWaiting: number;
  timeZone: string;
  form: FormState;
}

export const registrationPage = (props: RegistrationPageProps, words: Words): Page => ({
  title: words.one.title(props.registration.practice.name),
  hasErrors: props.form.errors.length > 0,
  back: { href: registrationsAddress },
  width: 'full',
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      <Heading caption={words.one.caption(props.registration.reference)}>
        {words.one.title(props.registration.practice.name)}
      </Heading>
      {props.registration.decision ? <Decided {...props} words={words} /> : null}
      <Facts {...props} words={words} />
      {props.registration.state === 'waiting' ? <Work {...props} words={words} /> : null}
    </>
  ),
});

type PartProps = RegistrationPageProps & { words: Words };

function Decided({ registration: { state, decision }, timeZone, words }: PartProps) {
  if (!decision) return null;
  return (
    <NotificationBanner heading={words.decide.decided(state, decision.by, decision.at, timeZone)}>
      {decision.reason ? <p>{decision.reason}</p> : null}
    </NotificationBanner>
  );
}

/** Side by side: what can be trusted, and what was typed. */
const Facts = ({ registration, othersWaiting, timeZone, words }: PartProps) => (
  <>
    {othersWaiting > 0 && registration.state === 'waiting' ? (
      <InsetText>
        <p>{words.one.others(othersWaiting)}</p>
      </InsetText>
    ) : null}
    <CardGroup>
      <Card heading={words.one.asRegistered}>
        <SummaryList
          rows={[
            { key: words.one.practice, value: registration.practice.name },
            { key: words.one.uniqueId, value: registration.practice.code },
            { key: words.one.address, value: addressLine(registration.practice) },
            { key: words.one.phone, value: registration.practice.phone ?? words.one.noPhone },
          ]}
        />
        <Paragraph>{words.one.compare}</Paragraph>
      </Card>
      <Card heading={words.one.asTyped}>
        <SummaryList
          rows={[
            { key: words.one.fullName, value: registration.fullName || words.one.erased },
            { key: words.one.email, value: registration.email.typed || words.one.erased },
            { key: words.one.theirPhone, value: sayPhone(registration.phone, words) },
            { key: words.one.mailbox, value: registration.mailbox || words.one.erased },
            { key: words.one.sent, value: words.sentAt(registration.createdAt, timeZone) },
          ]}
        />
      </Card>
    </CardGroup>
    {registration.check ? <Checked check={registration.check} timeZone={timeZone} words={words} /> : null}
  </>
);

function sayPhone(typed: string, { one: words }: Words): string {
  if (typed === '') return words.erased;
  const number = readPhoneNumber(typed);
  return number && isNoMobile(number) ? words.noMobile(typed) : typed;
}

interface CheckedProps {
  check: NonNullable<Registration['check']>;
  timeZone: string;
  words: Words;
}

const Checked = ({ check, timeZone, words }: CheckedProps) => (
  <>
    <Heading level={2}>{words.check.done}</Heading>
    <InsetText>
      <p>{words.check.recorded(check.how, check.by, check.at, timeZone)}</p>
      <p>{check.note}</p>
    </InsetText>
  </>
);

/** Once a check is recorded the ways to check step back, and the decision comes to the front. */
const Work = (props: PartProps) => {
  if (props.registration.practice.registeredAt) return <RegisteredMeanwhile {...props} />;
  const hasErrors = props.form.errors.some(({ field }) => ['how', 'code', 'note'].includes(field));
  if (!props.registration.check)
    return (
      <TwoThirds>
        <Letter {...props} />
        <CheckSection {...props} />
        <DecideSection {...props} />
      </TwoThirds>
    );
  return (
    <TwoThirds>
      <DecideSection {...props} />
      <Details summary={props.words.check.again} open={hasErrors}>
        <Letter {...props} />
        <CheckSection {...props} />
      </Details>
    </TwoThirds>
  );
};

const Letter = ({ registration, timeZone, words }: PartProps) => (
  <LetterSection
    action={registrationAddress(registration.id, 'letter')}
    text={words.letter.text}
    madeAt={registration.letterMadeAt}
    timeZone={timeZone}
  />
);

/** Nobody rings a practice for a registration that can only be refused. */
const RegisteredMeanwhile = (props: PartProps) => (
  <TwoThirds>
    <InsetText>
      <p>{props.words.errors.alreadyRegistered}.</p>
    </InsetText>
    <RefusalSection
      action={registrationAddress(props.registration.id, 'refuse')}
      form={props.form}
      level={3}
    />
  </TwoThirds>
);
