import {
  Button,
  ButtonGroup,
  Checkboxes,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  LinkButton,
  type Page,
  Paragraph,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { deskTeamsAddress } from '../../addresses.ts';
import { staffAddress } from '../addresses.ts';
import { type DeskWords, roleName } from '../desk.words.ts';
import { type Notice, OutcomeNotice } from '../outcome-notice.tsx';
import type { PossibleMember, Team } from './teams.store.ts';
import type { TeamsWords } from './teams.words.ts';

interface Words {
  desk: DeskWords;
  teams: TeamsWords;
}

export const teamsPage = (
  { teams, notice }: { teams: readonly Team[]; notice: Notice | undefined },
  { teams: words }: Words,
): Page => ({
  title: words.title,
  width: 'full',
  back: { href: staffAddress, label: words.toStaff },
  body: (
    <>
      <OutcomeNotice notice={notice} />
      <Heading>{words.title}</Heading>
      <Paragraph>{words.lead}</Paragraph>
      <LinkButton href={`${deskTeamsAddress}/add`}>{words.add}</LinkButton>
      {teams.length > 0 ? <TeamsTable teams={teams} words={words} /> : <NoTeams words={words} />}
    </>
  ),
});

const NoTeams = ({ words }: { words: TeamsWords }) => (
  <EmptyState heading={words.none}>
    <p>{words.noneText}</p>
  </EmptyState>
);

const TeamsTable = ({ teams, words }: { teams: readonly Team[]; words: TeamsWords }) => (
  <Table
    caption={words.caption}
    captionHidden
    columns={[
      { heading: words.columns.name },
      { heading: words.columns.members },
      { heading: words.columns.waiting, numeric: true },
      { heading: words.columns.change },
    ]}
    rows={teams.map((team) => [
      team.name,
      team.members.length > 0 ? team.members.map(({ name }) => name).join(', ') : words.nobody,
      String(team.waiting),
      <Steps key="steps" team={team} words={words} />,
    ])}
  />
);

const Steps = ({ team, words }: { team: Team; words: TeamsWords }) => (
  <>
    {(['change', 'end'] as const).map((step) => (
      <span key={step}>
        <a href={`${deskTeamsAddress}/${team.id}/${step}`}>
          {words[step]}
          <span className="nhsuk-u-visually-hidden"> {words.of(team.name)}</span>
        </a>{' '}
      </span>
    ))}
  </>
);

export function teamPage(
  { team, people, form }: { team: Team | undefined; people: readonly PossibleMember[]; form: FormState },
  words: Words,
): Page {
  const { form: says, title: back } = words.teams;
  const title = team ? says.changeTitle(team.name) : says.addTitle;
  return {
    title,
    hasErrors: form.errors.length > 0,
    back: { href: deskTeamsAddress, label: back },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{title}</Heading>
        <Form action={team ? `${deskTeamsAddress}/${team.id}/change` : `${deskTeamsAddress}/add`}>
          <TextInput {...fieldOf(form, 'name')} label={says.name} width={30} autoComplete="off" />
          {people.length > 0 ? (
            <Checkboxes
              {...fieldOf(form, 'members')}
              label={says.members}
              hint={says.membersHint}
              options={people.map(({ id, name, role }) => ({
                value: id,
                label: name,
                hint: roleName(role, words.desk),
              }))}
            />
          ) : (
            <Paragraph>{says.nobodyToChoose}</Paragraph>
          )}
          <ButtonGroup>
            <Button>{team ? says.changeButton : says.addButton}</Button>
            <a href={deskTeamsAddress}>{words.desk.cancel}</a>
          </ButtonGroup>
        </Form>
      </>
    ),
  };
}

export const endTeamPage = (team: Team, { desk, teams: words }: Words): Page => ({
  title: words.endStep.title(team.name),
  back: { href: deskTeamsAddress, label: words.title },
  body: (
    <>
      <Heading>{words.endStep.title(team.name)}</Heading>
      <Paragraph>{words.endStep.what(team.waiting)}</Paragraph>
      <Form action={`${deskTeamsAddress}/${team.id}/end`}>
        <ButtonGroup>
          <Button variant="warning">{words.endStep.button}</Button>
          <a href={deskTeamsAddress}>{desk.cancel}</a>
        </ButtonGroup>
      </Form>
    </>
  ),
});
