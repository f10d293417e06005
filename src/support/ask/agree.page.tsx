import { ErrorSummary, type FormState, Heading, type Page, Paragraph, SummaryList } from '../../ui/index.ts';
import { agreeAddress, contactAddress, ticketAddress } from '../addresses.ts';
import type { TicketLinkState } from '../tickets/ticket-link.ts';
import type { WhoHelps } from './agree.ts';
import { AnswerByLink } from './answer-by-link.tsx';
import type { AskWords } from './ask.words.ts';

interface AgreeProps {
  secret: string;
  who: WhoHelps;
  form: FormState;
}

export const agreePage = ({ secret, who, form }: AgreeProps, words: AskWords): Page => ({
  title: words.agree.title,
  hasErrors: form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.agree.title}</Heading>
      <Paragraph>{words.agree.lead(who.name)}</Paragraph>
      <SummaryList rows={[{ key: words.agree.address, value: who.email }]} />
      <Paragraph>{words.agree.confirmed}</Paragraph>
      <Paragraph>{words.agree.means}</Paragraph>
      <Paragraph>{words.agree.refusing}</Paragraph>
      <AnswerByLink action={agreeAddress} secret={secret} yes={words.agree.yes} no={words.agree.no} />
      <Paragraph>
        <a href={contactAddress}>{words.agree.contact}</a>
      </Paragraph>
    </>
  ),
});

export const agreedPage = (reference: string, words: AskWords): Page => ({
  title: words.agree.agreedTitle,
  body: (
    <>
      <Heading>{words.agree.agreedTitle}</Heading>
      <Paragraph>{words.agree.agreed(reference)}</Paragraph>
      <Paragraph>
        <a href={ticketAddress(reference)}>{words.agree.follow}</a>
      </Paragraph>
    </>
  ),
});

export const refusedPage = (words: AskWords): Page => ({
  title: words.agree.refusedTitle,
  body: (
    <>
      <Heading>{words.agree.refusedTitle}</Heading>
      <Paragraph>{words.agree.refused}</Paragraph>
      <Paragraph>
        <a href={contactAddress}>{words.agree.contact}</a>
      </Paragraph>
    </>
  ),
});

/** Whoever was asked has nothing to ask again. */
export const deadAgreementPage = (state: TicketLinkState, words: AskWords): Page => ({
  title: words.confirm.deadTitle,
  body: (
    <>
      <Heading>{words.confirm.deadTitle}</Heading>
      <Paragraph>{state === 'used' ? words.agree.dead.used : words.agree.dead.other}</Paragraph>
      <Paragraph>
        <a href={contactAddress}>{words.agree.dead.change}</a>
      </Paragraph>
    </>
  ),
});
