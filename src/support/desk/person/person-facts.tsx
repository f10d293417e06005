import type { ClosedLane } from '../../../identity/index.ts';
import { List, SummaryList } from '../../../ui/index.ts';
import type { AllPersonWords, PersonProps } from '../people/person-props.ts';
import type { Person } from '../people/read-person.ts';
import { StateTag } from '../people/state-tag.tsx';
import { contactRows, EmailFacts } from './contact-facts.tsx';

type Props = PersonProps & { words: AllPersonWords };

/** What staff read out or check first. */
export function PersonFactsList({ person, timeZone, words }: Props) {
  const { desk, person: labels } = words;
  const closedAt = (step: ClosedLane['step']) => person.closed.filter((lane) => lane.step === step);
  return (
    <SummaryList
      rows={[
        { key: labels.email, value: <EmailFacts person={person} timeZone={timeZone} words={words} /> },
        ...(person.username ? [{ key: labels.username, value: person.username }] : []),
        ...(person.occupation ? [{ key: labels.occupation, value: person.occupation }] : []),
        ...contactRows(person, words),
        { key: labels.account, value: <State person={person} timeZone={timeZone} words={words} /> },
        ...(['password', 'code'] as const).map((step) => ({
          key: step === 'password' ? labels.passwordEntry : labels.codeEntry,
          value: <Entry closed={closedAt(step)} timeZone={timeZone} words={words} />,
        })),
        { key: labels.password, value: passwordsOf(person, words) },
        {
          key: labels.lastLogIn,
          value: person.lastLogInAt ? desk.moment(person.lastLogInAt, timeZone) : labels.never,
        },
        { key: labels.sessions, value: labels.sessionCount(person.liveSessions) },
      ]}
    />
  );
}

interface PartProps {
  timeZone: string;
  words: AllPersonWords;
}

function State({ person, timeZone, words }: PartProps & { person: Person }) {
  const moment = words.desk.moment(person.stateChangedAt, timeZone);
  return (
    <>
      <p>
        <StateTag state={person.state} words={words.people} />
      </p>
      <p>{words.person.since[person.state](moment)}</p>
      {person.stateReason ? <p>{words.person.why(person.stateReason)}</p> : null}
    </>
  );
}

const Entry = ({ closed, ...props }: PartProps & { closed: ClosedLane[] }) =>
  closed.length === 0 ? (
    props.words.person.open
  ) : (
    <List items={closed.map((lane) => sayClosed(lane, props))} />
  );

function sayClosed({ until, realm, ofOneBrowser }: ClosedLane, { timeZone, words }: PartProps): string {
  const { person, desk } = words;
  return [
    until ? person.closedUntil(desk.moment(until, timeZone)) : person.closedUntilSupport,
    ...(ofOneBrowser ? [person.ofOneBrowser] : []),
    ...(realm === 'support' ? [person.ofStaff] : []),
  ].join(' ');
}

const passwordsOf = ({ passwordRealms }: Person, { person }: AllPersonWords): string =>
  passwordRealms.length === 0
    ? person.noPassword
    : passwordRealms.map((realm) => person.hasPassword[realm]).join(', ');
