import {
  Button,
  Checkboxes,
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
  SummaryList,
  type SummaryRow,
  TypedLines,
  WarningCallout,
} from '../../ui/index.ts';
import { refusalReasons } from '../access-request.ts';
import { accessRequestsAddress, userAddress } from '../addresses.ts';
import type { Here } from '../here.ts';
import type { MemberId } from '../members/member.ts';
import type { PlaceChoice } from '../places/places.ts';
import type { RoleChoice } from '../roles/list-role-choices.ts';
import { RoleChoices } from '../roles/role-choices.tsx';
import { askedFor, decidedBy } from './access-requests.page.tsx';
import type { ListedRequest } from './access-requests.store.ts';
import type { AccessRequestsWords } from './access-requests.words.ts';
import { codeOfPlace } from './request-here.ts';

export interface AccessRequestProps {
  here: Here;
  request: ListedRequest;
  /** Whom they are already; then there is nothing to approve. */
  memberId: MemberId | undefined;
  looksShared: boolean;
  places: readonly PlaceChoice[];
  roles: readonly RoleChoice[];
  form: FormState;
  /** Somebody else decided while this was read. */
  wasFirst: boolean;
  timeZone: string;
}

export const refuseAddress = (code: string, id: string) => `${accessRequestsAddress(code, id)}/refuse`;

export const accessRequestPage = (props: AccessRequestProps, words: AccessRequestsWords): Page => ({
  title: words.request.title(props.request.fullName),
  hasErrors: props.form.errors.length > 0,
  back: { href: accessRequestsAddress(props.here.organisation.code), label: words.request.back },
  body: (
    <>
      <ErrorSummary errors={props.form.errors} />
      {props.wasFirst ? (
        <NotificationBanner heading={words.request.decidedAlready(decidedBy(props.request, words))} />
      ) : null}
      <Heading caption={props.here.organisation.name}>{words.request.title(props.request.fullName)}</Heading>
      <SummaryList rows={rowsOf(props, words)} />
      {props.request.state === 'waiting' ? <Decide {...props} words={words} /> : null}
    </>
  ),
});

type PartProps = AccessRequestProps & { words: AccessRequestsWords };

function rowsOf({ request, here, timeZone }: AccessRequestProps, words: AccessRequestsWords): SummaryRow[] {
  const { rows, proven, unproven } = words.request;
  const known: SummaryRow[] = [
    { key: rows.name, value: request.fullName },
    { key: rows.email, value: request.email },
    { key: rows.who, value: request.accountId ? proven : unproven },
    { key: rows.place, value: askedFor(request, here.organisation) },
    { key: rows.asked, value: words.moment(request.createdAt, timeZone) },
  ];
  if (request.note) known.push({ key: rows.note, value: <TypedLines>{request.note}</TypedLines> });
  const { decided } = request;
  if (!decided) return known;
  const reason = refusalReasons.find((one) => one === decided.reason);
  return [
    ...known,
    { key: rows.state, value: words.states[request.state] },
    { key: rows.by, value: decidedBy(request, words) },
    { key: rows.at, value: words.moment(decided.at, timeZone) },
    ...(reason ? [{ key: rows.reason, value: words.refuse.reasons[reason] }] : []),
  ];
}

const Decide = ({ memberId, ...props }: PartProps) => (
  <>
    {props.looksShared ? (
      <WarningCallout heading={props.words.request.shared.heading}>
        <p>{props.words.request.shared.text}</p>
      </WarningCallout>
    ) : null}
    {memberId ? <AlreadyMember {...props} memberId={memberId} /> : <Approve {...props} />}
    <LinkButton href={refuseAddress(props.here.organisation.code, props.request.id)} variant="secondary">
      {props.words.request.refuse}
    </LinkButton>
  </>
);

const AlreadyMember = ({ here, memberId, words }: Omit<PartProps, 'memberId'> & { memberId: MemberId }) => (
  <WarningCallout heading={words.request.member.heading}>
    <p>{words.request.member.text}</p>
    <p>
      <a href={userAddress(here.organisation.code, memberId)}>{words.request.member.link}</a>
    </p>
  </WarningCallout>
);

const Approve = ({ here, request, places, roles, form, words }: Omit<PartProps, 'memberId'>) => (
  <>
    <Heading level={2}>{words.request.approve}</Heading>
    <Paragraph>{request.accountId ? words.request.approveAtOnce : words.request.approveInvited}</Paragraph>
    <Form action={accessRequestsAddress(here.organisation.code, request.id)}>
      {places.length > 1 ? (
        <Select
          {...fieldOf(form, 'place')}
          label={words.request.place}
          hint={words.request.placeHint}
          options={places.map((place) => ({
            value: codeOfPlace(place, here),
            label: place.branch?.name ?? words.request.whole(here.practice.name),
          }))}
        />
      ) : null}
      <RoleChoices form={form} choices={roles} />
      <Button>{words.request.send}</Button>
    </Form>
  </>
);

export const refuseRequestPage = (
  { here: { organisation }, request, form }: Pick<AccessRequestProps, 'here' | 'request' | 'form'>,
  { refuse }: AccessRequestsWords,
): Page => ({
  title: refuse.title(request.fullName),
  hasErrors: form.errors.length > 0,
  back: { href: accessRequestsAddress(organisation.code, request.id) },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading caption={organisation.name}>{refuse.title(request.fullName)}</Heading>
      <Form action={refuseAddress(organisation.code, request.id)}>
        <Radios
          {...fieldOf(form, 'reason')}
          label={refuse.reason}
          options={refusalReasons.map((reason) => ({ value: reason, label: refuse.reasons[reason] }))}
        />
        <Checkboxes
          {...fieldOf(form, 'told')}
          label={refuse.hidden}
          hint={refuse.hiddenHint}
          options={[{ value: 'hidden', label: refuse.hiddenChoice }]}
        />
        <Button>{refuse.send}</Button>
      </Form>
    </>
  ),
});
