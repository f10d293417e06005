import { EmptyState, Heading, type Page, Paragraph, SummaryList, Table } from '../../ui/index.ts';
import type { Profile } from './profile.store.ts';
import type { ProfileWords } from './profile.words.ts';

interface ProfileProps {
  profile: Profile;
  timeZone: string;
  registration: boolean;
}

export const profilePage = (props: ProfileProps, words: ProfileWords): Page => ({
  title: words.title,
  body: (
    <>
      <Heading>{words.title}</Heading>
      <SummaryList
        rows={[
          { key: words.name, value: props.profile.fullName },
          { key: words.email, value: props.profile.email },
          { key: words.password, value: <a href="/forgotten-details">{words.changePassword}</a> },
        ]}
      />
      {props.profile.access.length > 0 ? (
        <AccessTable {...props} words={words} />
      ) : (
        <NoAccess {...props} words={words} />
      )}
    </>
  ),
});

const AccessTable = ({ profile, timeZone, words }: ProfileProps & { words: ProfileWords }) => (
  <Table
    caption={words.access}
    columns={[
      { heading: words.organisation },
      { heading: words.code },
      { heading: words.role },
      { heading: words.since },
    ]}
    rows={profile.access.map((held) => [
      held.organisation,
      held.code ?? '',
      words.roleName(held.role),
      words.day(held.since, timeZone),
    ])}
  />
);

const NoAccess = ({ registration, words }: ProfileProps & { words: ProfileWords }) => (
  <EmptyState heading={words.noAccess.heading}>
    <Paragraph>{words.noAccess.about}</Paragraph>
    {registration ? <a href="/register-organisation">{words.noAccess.register}</a> : null}
  </EmptyState>
);
