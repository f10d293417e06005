import { settingOfRole } from '../../platform/settings/role-names.ts';
import type { Services } from '../../platform/settings/services-setting.ts';
import { Details, EmptyState, Heading, List, Note, type Page, Paragraph, Table } from '../../ui/index.ts';
import { switchOrganisationAddress } from './access.addresses.ts';
import type { Access } from './access.store.ts';
import type { AccessWords } from './access.words.ts';

interface AccessProps {
  access: Access[];
  timeZone: string;
  services: Services;
  /** Whether organisations register themselves here. */
  registration: boolean;
  maySwitch: boolean;
}

export function accessPage(props: AccessProps, words: AccessWords): Page {
  const present = props.access.filter((held) => !held.endedAt);
  const past = props.access.filter((held) => held.endedAt);
  return {
    title: words.title,
    width: 'full',
    body: (
      <>
        <Heading>{words.title}</Heading>
        {present.length > 0 ? (
          <Present {...props} access={present} words={words} />
        ) : (
          <NoAccess {...props} words={words} />
        )}
        {past.length > 0 ? <Past {...props} access={past} words={words} /> : null}
      </>
    ),
  };
}

type PartProps = AccessProps & { words: AccessWords };

const Present = ({ access, services, timeZone, registration, maySwitch, words }: PartProps) => (
  <>
    <Paragraph>{words.lead}</Paragraph>
    <Table
      caption={words.present}
      columns={[words.organisation, words.role, words.since, words.givenBy].map((heading) => ({ heading }))}
      rows={access.map((held) => [
        <Where key="where" held={held} words={words} />,
        <RoleThere key="role" held={held} services={services} words={words} />,
        words.day(held.since, timeZone),
        givenBy(held, words),
      ])}
    />
    {maySwitch ? (
      <Paragraph>
        <a href={switchOrganisationAddress()}>{words.switch}</a>
      </Paragraph>
    ) : null}
    {registration ? (
      <Paragraph>
        <a href="/register-organisation?to=ask">{words.another}</a>
      </Paragraph>
    ) : null}
    <Paragraph>
      {words.wrong} <a href="/contact">{words.contact}</a>
    </Paragraph>
  </>
);

const Past = ({ access, services, timeZone, words }: PartProps) => (
  <Details summary={words.past}>
    <Table
      caption={words.past}
      captionHidden
      columns={[words.organisation, words.role, words.from, words.until].map((heading) => ({ heading }))}
      rows={access.map((held) => [
        <Where key="where" held={held} words={words} />,
        roleOf(held, services, words),
        words.day(held.since, timeZone),
        held.endedAt ? words.day(held.endedAt, timeZone) : '',
      ])}
    />
  </Details>
);

const NoAccess = ({ registration, words }: PartProps) => (
  <EmptyState heading={words.none.heading}>
    <Paragraph>{registration ? words.none.add : words.none.notNeeded}</Paragraph>
    <List
      items={[
        ...(registration
          ? [
              <a key="find" href="/register-organisation?to=ask">
                {words.none.find}
              </a>,
            ]
          : []),
        <a key="contact" href="/contact">
          {words.none.contact}
        </a>,
      ]}
    />
  </EmptyState>
);

const Where = ({ held, words }: { held: Access; words: AccessWords }) => (
  <>
    {held.code ? words.named(held.organisation, held.code) : held.organisation}
    {held.parent ? (
      <>
        <br />
        <Note>{words.branchOf(held.parent)}</Note>
      </>
    ) : null}
  </>
);

const RoleThere = ({ held, services, words }: { held: Access; services: Services; words: AccessWords }) => {
  const does = settingOfRole(services, held)?.does;
  return (
    <>
      {roleOf(held, services, words)}
      {does ? (
        <>
          <br />
          <Note>{does}</Note>
        </>
      ) : null}
      {held.endsOn ? (
        <>
          <br />
          <Note>{words.endsOn(held.endsOn)}</Note>
        </>
      ) : null}
    </>
  );
};

function roleOf(held: Access, services: Services, words: AccessWords): string {
  const name = held.service === 'support' ? words.staffRoles[held.role] : settingOfRole(services, held)?.name;
  return name ?? words.otherRole(held.role);
}

function givenBy({ givenBy: giver }: Access, words: AccessWords): string {
  if (!giver) return words.notRecorded;
  return giver.isSupport ? words.support : giver.name;
}
