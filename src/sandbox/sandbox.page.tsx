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
import { type DemoPerson, demoPeople, practiceToTry } from './demo-people.ts';
import type { SandboxWords } from './sandbox.words.ts';

/** Where to go first: who to be, and the main job step by step with whoever does each step. */
export const sandboxPage = (words: SandboxWords): Page => ({
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
      <DemoPeople words={words} />
      <Heading level={2}>{words.tryTitle}</Heading>
      <MainJob words={words} />
    </>
  ),
});

const DemoPeople = ({ words }: { words: SandboxWords }) => (
  <>
    <Table
      caption={words.people}
      columns={[
        { heading: words.columns.name },
        { heading: words.columns.what },
        { heading: words.columns.email },
        { heading: words.columns.password },
        { heading: words.columns.logIn },
      ]}
      rows={demoPeople.map((person) => [
        person.name,
        words.who[person.key],
        <Code key="email">{person.email}</Code>,
        <Code key="password">{person.password}</Code>,
        <a key="log-in" href={person.realm === 'support' ? '/log-in/staff' : '/log-in'}>
          {words.logInHere}
          <span className="nhsuk-u-visually-hidden"> {person.name}</span>
        </a>,
      ])}
    />
    <InsetText>
      <p>{words.both}</p>
    </InsetText>
  </>
);

const agent = demoPeople.find((person) => person.key === 'agent') as DemoPerson;

function MainJob({ words }: { words: SandboxWords }) {
  const { steps } = words;
  const byStaff = words.staff(agent.name, agent.email);
  const rows: [string, string, string, string][] = [
    [
      steps.register(practiceToTry.name, practiceToTry.code),
      words.you,
      words.registerLink,
      '/register-organisation',
    ],
    [steps.approve, byStaff, words.tasksLink, '/desk'],
    [steps.activate, words.you, words.inboxLink, '/sandbox/inbox'],
    [steps.logIn, words.you, words.logInLink, '/log-in'],
    [steps.forget, words.you, words.forgottenLink, '/forgotten-details'],
    [steps.lock, words.you, words.logInLink, '/log-in'],
    [steps.unlock, byStaff, words.peopleLink, '/desk/people'],
  ];
  return (
    <>
      <Paragraph>{steps.registerWith}</Paragraph>
      <Table
        caption={words.stepsCaption}
        captionHidden
        columns={[
          { heading: words.stepColumns.step },
          { heading: words.stepColumns.who },
          { heading: words.stepColumns.where },
        ]}
        rows={rows.map(([step, who, label, href], at) => [
          words.numbered(at + 1, step),
          who,
          <a key={href} href={href}>
            {label}
          </a>,
        ])}
      />
    </>
  );
}
