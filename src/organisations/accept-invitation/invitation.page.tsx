import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  Form,
  Heading,
  LinkButton,
  List,
  type Page,
  Paragraph,
  SummaryList,
  useVisit,
} from '../../ui/index.ts';
import { myInvitationsAddress } from '../addresses.ts';
import { findRole, roleTitle } from '../roles/roles.ts';
import type { AcceptInvitationWords } from './accept-invitation.words.ts';
import type { Invitation, InvitationKey, Reader } from './invitation.ts';
import { acceptAt, myInvitationAddress, refusePageOf } from './invitation-addresses.ts';

export interface InvitationPageProps {
  invitation: Invitation;
  reader: Reader;
  by: InvitationKey;
  settings: Settings;
}

type Parts = InvitationPageProps & { words: AcceptInvitationWords };

/** What somebody is invited to, and what they can do about it. */
export const invitationPage = (props: InvitationPageProps, words: AcceptInvitationWords): Page => {
  const { invitation, by } = props;
  const title = words.title(invitation.organisation);
  return {
    title,
    ...('id' in by && { back: { href: myInvitationsAddress } }),
    body: (
      <>
        <Heading>{title}</Heading>
        <Paragraph>{invitation.inviter ? words.by(invitation.inviter) : words.bySupport}</Paragraph>
        <SummaryList rows={rowsOf(props, words)} />
        <NextStep {...props} words={words} />
        <Paragraph>
          <a href={refusePageOf(by)}>{words.refuseLink}</a>
        </Paragraph>
      </>
    ),
  };
};

function rowsOf({ invitation, settings }: InvitationPageProps, { rows, ...words }: AcceptInvitationWords) {
  const { organisation, code, fullName, email, startsOn, endsOn, expiresAt } = invitation;
  return [
    { key: rows.organisation, value: organisation },
    { key: rows.code, value: code },
    { key: rows.name, value: fullName },
    { key: rows.email, value: email.typed },
    { key: rows.roles, value: <RoleList invitation={invitation} settings={settings} /> },
    ...(startsOn ? [{ key: rows.startsOn, value: words.date(startsOn) }] : []),
    ...(endsOn ? [{ key: rows.endsOn, value: words.date(endsOn) }] : []),
    { key: rows.until, value: words.moment(expiresAt, settings.service.timeZone) },
  ];
}

function RoleList({ invitation, settings }: { invitation: Invitation; settings: Settings }) {
  const { services } = settings.organisations;
  return (
    <List
      items={invitation.roles.map((role) => {
        const does = findRole(services, role)?.does;
        return does ? `${roleTitle(services, role)}: ${does}` : roleTitle(services, role);
      })}
    />
  );
}

function NextStep(props: Parts) {
  const { reader, invitation, settings, words } = props;
  const person = useVisit().person?.name ?? '';
  const said = words.readers[reader];
  return (
    <>
      <Paragraph>{typeof said === 'function' ? said(person) : said}</Paragraph>
      {reader === 'accepts' || reader === 'sets-up' ? <Accept {...props} /> : null}
      {reader === 'logs-in' ? (
        <LinkButton href={`/log-in?next=${encodeURIComponent(myInvitationAddress(invitation.memberId))}`}>
          {words.logIn}
        </LinkButton>
      ) : null}
      {reader === 'somebody-else' ? (
        <Form action="/log-out">
          <Button>{words.logOut}</Button>
        </Form>
      ) : null}
      {reader === 'not-active' || reader === 'address-changed' ? (
        <Paragraph>{words.support(settings.support.phone, settings.support.email)}</Paragraph>
      ) : null}
    </>
  );
}

const Accept = ({ reader, by, words }: Parts) => (
  <Form action={acceptAt(by)}>
    {'link' in by ? <input type="hidden" name="link" value={by.link} /> : null}
    <Button>{reader === 'sets-up' ? words.acceptAndSetUp : words.accept}</Button>
  </Form>
);
