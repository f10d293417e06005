import {
  Button,
  Card,
  CardGroup,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  List,
  NotificationBanner,
  type Page,
  Paragraph,
  SummaryList,
  TextArea,
  WarningCallout,
} from '../../ui/index.ts';
import {
  deskOrganisationAddress,
  mainContactRequestAddress,
  mainContactRequestsAddress,
} from '../addresses.ts';
import { LetterSection, RefusalSection, TwoThirds } from '../claims/desk-sections.tsx';
import { addressLine } from '../places/organisation-address.tsx';
import type { DeskRequestWords } from './desk.words.ts';
import { isContested } from './main-contact-request.ts';
import type { DeskRequest } from './read-desk-request.ts';

export interface DeskRequestProps extends DeskRequest {
  form: FormState;
  timeZone: string;
  done: string | undefined;
}

type PartProps = DeskRequestProps & { words: DeskRequestWords };

export const deskRequestPage = (props: DeskRequestProps, words: DeskRequestWords): Page => {
  const { request, form, done } = props;
  const title = words.one.title(request.practice.name);
  return {
    title,
    hasErrors: form.errors.length > 0,
    back: { href: mainContactRequestsAddress, label: words.one.back },
    width: 'full',
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        {done ? <NotificationBanner success heading={done} /> : null}
        <Heading caption={words.one.caption(request.reference)}>{title}</Heading>
        <Decided {...props} words={words} />
        <Facts {...props} words={words} />
        <Said {...props} words={words} />
        {request.state === 'waiting' ? <Work {...props} words={words} /> : null}
      </>
    ),
  };
};

function Decided({ request: { state, decision }, timeZone, words }: PartProps) {
  if (!decision) return null;
  return (
    <InsetText>
      <p>{words.decide.decided(state, decision.by, decision.at, timeZone)}</p>
      {decision.reason ? <p>{decision.reason}</p> : null}
    </InsetText>
  );
}

/** Side by side: what can be trusted, and what was typed. */
const Facts = (props: PartProps) => (
  <CardGroup>
    <Card heading={props.words.one.register}>
      <Register {...props} />
    </Card>
    <Card heading={props.words.one.asked}>
      <Asked {...props} />
    </Card>
  </CardGroup>
);

const Register = ({
  request: { practice },
  mailbox,
  administrators,
  timeZone,
  words: { one },
}: PartProps) => (
  <SummaryList
    rows={[
      { key: one.practice, value: <a href={deskOrganisationAddress(practice.id)}>{practice.name}</a> },
      { key: one.status, value: one.statuses[practice.status] },
      { key: one.uniqueId, value: practice.code },
      { key: one.address, value: addressLine(practice) },
      { key: one.registerPhone, value: practice.phone ?? one.noPhone },
      {
        key: one.mailbox,
        value: mailbox
          ? `${mailbox.address} (${one.proven[mailbox.provenHow ?? ''] ?? one.notProven})`
          : one.noMailbox,
      },
      {
        key: one.administrators,
        value:
          administrators.length === 0 ? (
            one.nobody
          ) : (
            <List
              items={administrators.map(({ fullName, role, lastUsedAt }) =>
                one.administrator(
                  fullName,
                  one.role[role],
                  lastUsedAt ? one.lastUse(lastUsedAt, timeZone) : one.neverUsed,
                ),
              )}
            />
          ),
      },
    ]}
  />
);

const Asked = ({ request, member, othersWaiting, timeZone, words: { one, moment } }: PartProps) => (
  <>
    <SummaryList
      rows={[
        { key: one.fullName, value: request.fullName || one.erased },
        { key: one.email, value: request.email.typed || one.erased },
        { key: one.phone, value: request.phone || one.erased },
        { key: one.member, value: member ? one.isMember[member.state] : one.noMember },
        { key: one.why, value: one.whys[request.why] ?? one.erased },
        {
          key: one.authoriser,
          value: `${request.authoriser.name || one.erased} (${one.authorisers[request.authoriser.kind]})`,
        },
        { key: one.sent, value: moment(request.createdAt, timeZone) },
      ]}
    />
    {othersWaiting > 0 && request.state === 'waiting' ? (
      <Paragraph>{one.others(othersWaiting)}</Paragraph>
    ) : null}
  </>
);

const Said = ({ request, timeZone, words: { said } }: PartProps) => (
  <>
    <Heading level={2}>{said.title}</Heading>
    {request.confirmed ? (
      <Paragraph>{said.confirmed(request.confirmed.how, request.confirmed.at, timeZone)}</Paragraph>
    ) : null}
    {request.deniedAt ? <Paragraph>{said.denied(request.deniedAt, timeZone)}</Paragraph> : null}
    {request.objection ? (
      <InsetText>
        <p>{said.objection(request.objection.by, request.objection.at, timeZone)}</p>
        <p>{request.objection.text}</p>
      </InsetText>
    ) : null}
    {request.check ? (
      <InsetText>
        <p>{said.check(request.check.by, request.check.at, timeZone)}</p>
        <p>{request.check.note}</p>
      </InsetText>
    ) : null}
    {request.state === 'waiting' && !request.confirmed ? <Paragraph>{said.nothing}</Paragraph> : null}
    {request.state === 'waiting' && isContested(request) ? (
      <WarningCallout>
        <p>{said.contested}</p>
      </WarningCallout>
    ) : null}
  </>
);

/** Once the practice confirmed, the decision comes to the front. */
const Work = (props: PartProps) => (
  <TwoThirds>
    {props.request.confirmed ? <Approve {...props} /> : null}
    {props.request.confirmed ? null : <AskPractice {...props} />}
    <Check {...props} />
    <RefusalSection
      action={mainContactRequestAddress(props.request.id, 'refuse')}
      form={props.form}
      level={2}
    />
  </TwoThirds>
);

const AskPractice = ({ request, mailbox, timeZone, words }: PartProps) => (
  <>
    {mailbox ? (
      <>
        <Heading level={2}>{words.mailbox.title}</Heading>
        <Paragraph>{words.mailbox.text(mailbox.address)}</Paragraph>
        {request.mailboxAskedUntil ? (
          <Paragraph>{words.mailbox.askedUntil(request.mailboxAskedUntil, timeZone)}</Paragraph>
        ) : null}
        <Form action={mainContactRequestAddress(request.id, 'mailbox')}>
          <Button variant="secondary">{words.mailbox.send}</Button>
        </Form>
      </>
    ) : null}
    <LetterSection
      action={mainContactRequestAddress(request.id, 'letter')}
      text={words.letter.text}
      madeAt={request.letter?.madeAt}
      timeZone={timeZone}
    />
  </>
);

const Approve = ({ request, words: { decide } }: PartProps) => (
  <>
    <Heading level={2}>{decide.title}</Heading>
    <Paragraph>{decide.approveText(request.fullName)}</Paragraph>
    <Form action={mainContactRequestAddress(request.id, 'approve')}>
      <Button>{decide.approve}</Button>
    </Form>
  </>
);

const Check = ({ request, form, words: { check } }: PartProps) => (
  <>
    <Heading level={2}>{check.title}</Heading>
    <Form action={mainContactRequestAddress(request.id, 'check')}>
      <TextArea {...fieldOf(form, 'note')} label={check.note} hint={check.noteHint} rows={3} />
      <Button variant="secondary">{check.record}</Button>
    </Form>
  </>
);
