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
  ticketPasswordAddress,
  ticketsAddress,
  unlinkTicketsAddress,
} from '../addresses.ts';
import type { TicketAccountWords } from './ticket-account.words.ts';

export interface TicketAccountProps {
  form: FormState;
  done?: keyof TicketAccountWords['done'] | undefined;
  service: string;
}

type OwnProps = TicketAccountProps & {
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

export const Done = ({ done, form, words }: TicketAccountProps & { words: TicketAccountWords }) =>
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
