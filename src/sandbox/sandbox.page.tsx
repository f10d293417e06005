import type { Settings } from '../platform/settings/settings.ts';
import {
  ButtonGroup,
  Code,
  Heading,
  InsetText,
  LinkButton,
  type Page,
  Paragraph,
  Table,
} from '../ui/index.ts';
import { codesOf, demoCode } from './demo-codes.ts';
import { type DemoPerson, demoPeopleOf, occupationOf } from './demo-people.ts';
import { MainJob } from './main-job.tsx';
import type { SandboxWords } from './sandbox.words.ts';

interface SandboxProps {
  settings: Settings;
  now: Date;
  words: SandboxWords;
}

/** Where to go first: who to be, and the main job step by step with whoever does each step. */
export const sandboxPage = (settings: Settings, now: Date, words: SandboxWords): Page => ({
  title: words.title,
  width: 'full',
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Paragraph lead>{words.lead}</Paragraph>
      <ButtonGroup>
        <LinkButton href="/sandbox/inbox">{words.inbox}</LinkButton>
        <LinkButton href="/" variant="secondary">
          {words.home}
        </LinkButton>
      </ButtonGroup>
      <DemoPeople settings={settings} now={now} words={words} />
      <MainJob settings={settings} words={words} />
    </>
  ),
});

function DemoPeople({ settings, now, words }: SandboxProps) {
  const { columns } = words;
  const people = demoPeopleOf(settings);
  const hasCodes = people.some((person) => codesOf(person, settings) !== 'none');
  const hasUsernames = settings.accounts.usernames === 'chosen';
  return (
    <>
      <Table
        caption={words.people}
        columns={[
          { heading: columns.name },
          { heading: columns.what },
          ...(hasUsernames ? [{ heading: columns.username }] : []),
          { heading: columns.email },
          { heading: columns.password },
          ...(hasCodes ? [{ heading: columns.code }] : []),
          { heading: columns.logIn },
        ]}
        rows={people.map((person) => [
          person.name,
          whoIs(person, settings, words),
          ...(hasUsernames ? [<Code key="username">{person.username ?? words.noUsername}</Code>] : []),
          <Code key="email">{person.email}</Code>,
          <Code key="password">{person.password}</Code>,
          ...(hasCodes
            ? [<CodeNow key="code" settings={settings} person={person} now={now} words={words} />]
            : []),
          <LogInLink key="log-in" person={person} words={words} />,
        ])}
      />
      <InsetText>
        <p>{words.both}</p>
        {hasCodes ? <p>{words.codes}</p> : null}
      </InsetText>
    </>
  );
}

const CodeNow = ({ settings, person, now, words }: SandboxProps & { person: DemoPerson }) => {
  const codes = codesOf(person, settings);
  return codes === 'has' ? <Code>{demoCode(person, now)}</Code> : words.code[codes];
};

const LogInLink = ({ person, words }: { person: DemoPerson; words: SandboxWords }) => (
  <a href={person.realm === 'support' ? '/log-in/staff' : '/log-in'}>
    {words.logInHere}
    <span className="nhsuk-u-visually-hidden"> {person.name}</span>
  </a>
);

const whoIs = (person: DemoPerson, settings: Settings, { who }: SandboxWords): string =>
  occupationOf(person, settings) ??
  (person.key === 'first-newcomer' && settings.service.usedByPatients ? who.patient : who[person.key]);
