import { Button, Form, Heading, LinkButton, type Page, Paragraph } from '../../ui/index.ts';
import {
  ticketAccountAddress,
  ticketLogInAddress,
  ticketsAddress,
  unlinkTicketsAddress,
} from '../addresses.ts';
import type { Requester } from '../tickets/requester.store.ts';
import { Done, type TicketAccountProps } from './ticket-account.page.tsx';
import type { TicketAccountWords } from './ticket-account.words.ts';

/** What whoever came with an account of the portal sees. */
export const portalTicketAccountPage = (
  { linked, ...props }: TicketAccountProps & { linked: readonly Requester[] },
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
          href={`${ticketLogInAddress}?again=other&next=${encodeURIComponent(ticketAccountAddress)}`}
        >
          {own.logIn}
        </LinkButton>
      </>
    ),
  };
};
