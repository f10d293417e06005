import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  LinkButton,
  NotificationBanner,
  type Page,
  Paragraph,
  SummaryList,
  TextInput,
} from '../../ui/index.ts';
import {
  linkTicketsAddress,
  ticketAccountAddress,
  ticketLogInAddress,
  ticketPasswordAddress,
  ticketsAddress,
  unlinkTicketsAddress,
} from '../addresses.ts';
import type { Requester } from '../tickets/requester.store.ts';
import type { TicketAccountWords } from './ticket-account.words.ts';

interface Props {
  form: FormState;
  done?: keyof TicketAccountWords['done'] | undefined;
  service: string;
}

type OwnProps = Props & {
  fullName: string;
  email: string;
  hasPassword: boolean;
  isLinked: boolean;
  /** Who is logged in to the portal in this browser too. */
  portalName: string | undefined;
};

/** What whoever has an account for tickets alone sees of it. */
export const ticketAccountPage = (props: OwnProps, words: TicketAccountWords): Page => {
  const { form, email, fullName, hasPassword } = props;
  const label = hasPassword ? words.change : words.choose;
  return {
    title: words.title,
    hasErrors: form.errors.length > 0,
    back: { href: ticketsAddress },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Done {...props} words={words} />
        <Heading>{words.title}</Heading>
        <Paragraph lead>{words.lead}</Paragraph>
        <SummaryList
          rows={[
            { key: words.facts.name, value: fullName },
            { key: words.facts.email, value: email },
            {
              key: words.facts.password,
              value: hasPassword ? words.hasPassword : words.noPassword,
              actions: [{ href: ticketPasswordAddress, label, what: words.ofPassword }],
            },
          ]}
        />
        <Heading level={2}>{words.name.title}</Heading>
        <Form action={ticketAccountAddress}>
          <TextInput
            {...fieldOf(form, 'fullName')}
            value={fieldOf(form, 'fullName').value ?? (fullName === email ? '' : fullName)}
            label={words.name.label}
            hint={words.name.hint}
            autoComplete="name"
            spellCheck={false}
            width={30}
          />
          <Button variant="secondary">{words.name.button}</Button>
        </Form>
        <Heading level={2}>{words.portalTitle(props.service)}</Heading>
        <Linking {...props} words={words.portal} />
      </>
    ),
  };
};

const Done = ({ done, form, words }: Props & { words: TicketAccountWords }) =>
  done && form.errors.length === 0 ? (
    <NotificationBanner success={done !== 'nothing'} heading={words.done[done]} />
  ) : null;

const Linking = ({
  isLinked,
  portalName,
  service,
  words,
}: OwnProps & { words: TicketAccountWords['portal'] }) => {
  if (isLinked)
    return (
      <>
        <Paragraph>{words.linked(service)}</Paragraph>
        <Form action={unlinkTicketsAddress}>
          <Button variant="secondary">{words.unlink}</Button>
        </Form>
      </>
    );
  return (
    <>
      <Paragraph>{words.not(service)}</Paragraph>
      {portalName === undefined ? (
        <>
          <Paragraph>{words.how(service)}</Paragraph>
          <LinkButton variant="secondary" href={`/log-in?next=${ticketAccountAddress}`}>
            {words.logIn(service)}
          </LinkButton>
        </>
      ) : (
        <>
          <InsetText>
            <Paragraph>{words.both(service, portalName)}</Paragraph>
            <Paragraph>{words.warning}</Paragraph>
          </InsetText>
          <Form action={linkTicketsAddress}>
            <Button>{words.link}</Button>
          </Form>
        </>
      )}
    </>
  );
};

/** What whoever came with an account of the portal sees. */
export const portalTicketAccountPage = (
  { linked, ...props }: Props & { linked: readonly Requester[] },
  words: TicketAccountWords,
): Page => {
  const own = words.fromPortal;
  return {
    title: words.title,
    back: { href: ticketsAddress },
    body: (
      <>
        <Done {...props} words={words} />
        <Heading>{words.title}</Heading>
        <Paragraph lead>{own.lead(props.service)}</Paragraph>
        <Paragraph>
          <a href="/account/details">{own.details}</a>
        </Paragraph>
        {linked.length > 0 ? <Heading level={2}>{own.linked}</Heading> : null}
        {linked.map(({ id, email }) => (
          <Form key={id} action={unlinkTicketsAddress}>
            <Paragraph>{email}</Paragraph>
            <input type="hidden" name="requester" value={id} />
            <Button variant="secondary">
              {own.unlink}
              <span className="nhsuk-u-visually-hidden"> {own.unlinkWhat(email)}</span>
            </Button>
          </Form>
        ))}
        <Heading level={2}>{own.other}</Heading>
        <Paragraph>{own.how}</Paragraph>
        <LinkButton
          variant="secondary"
          href={`${ticketLogInAddress}?again=yes&next=${encodeURIComponent(ticketAccountAddress)}`}
        >
          {own.logIn}
        </LinkButton>
      </>
    ),
  };
};
