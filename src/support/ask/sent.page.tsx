import type { ReactNode } from 'react';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  Button,
  CodeInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  List,
  type Page,
  Panel,
  Paragraph,
  PhoneLink,
} from '../../ui/index.ts';
import { newTicketAddress, openTicketAddress, ticketAddress } from '../addresses.ts';
import { subjectOf } from '../tickets/ticket.ts';
import { confirmCodeAddress, sentAgainAddress } from './ask.addresses.ts';
import type { AskWords } from './ask.words.ts';
import type { SentAsk } from './sent-ask.ts';

export interface SentPageProps {
  sent: SentAsk;
  /** As the browser carries it. */
  sealed: string;
  form: FormState;
  now: Date;
  settings: Settings;
}

export const sentPage = (props: SentPageProps, words: AskWords): Page =>
  props.sent.isHeld ? checkEmailPage(props, words) : receivedPage(props, words);

const checkEmailPage = (props: SentPageProps, words: AskWords): Page => {
  const { sent, sealed, form, settings } = props;
  return {
    title: words.sent.heldTitle,
    hasErrors: form.errors.length > 0,
    back: { href: newTicketAddress },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading>{words.sent.heldTitle}</Heading>
        <Paragraph lead>{words.sent.heldTo(sent.email)}</Paragraph>
        {sent.again ? <Paragraph>{words.sent.sentAgain}</Paragraph> : null}
        <InsetText>
          <Paragraph>{words.sent.heldNext}</Paragraph>
        </InsetText>
        <Paragraph>{words.sent.lives(settings.tickets.confirmLife)}</Paragraph>
        <Form action={confirmCodeAddress}>
          <input type="hidden" name="asked" value={sealed} />
          <CodeInput {...fieldOf(form, 'code')} label={words.sent.code} hint={words.sent.codeHint} />
          <Button>{words.sent.confirm}</Button>
        </Form>
        <Reference sent={sent} words={words} />
        <Urgent sent={sent} settings={settings} words={words} />
        <Heading level={2} size="s">
          {words.sent.notArrived}
        </Heading>
        <List items={words.sent.notArrivedSteps} />
        <SendAgain {...props} words={words} />
        <Paragraph small>{words.sent.always}</Paragraph>
      </>
    ),
  };
};

const Reference = ({ sent, words }: { sent: SentAsk; words: AskWords }) => (
  <Paragraph>
    {words.sent.reference}: <strong>{sent.reference}</strong>
  </Paragraph>
);

interface Part {
  sent: SentAsk;
  settings: Settings;
  words: AskWords;
}

const Urgent = (props: Part) => (
  <Paragraph>
    <CallInstead {...props} />
  </Paragraph>
);

const CallInstead = (props: Part) => (
  <>
    {props.words.sent.urgent} <PhoneLink phone={phoneFor(props)} />
  </>
);

/** The number for urgent supplies answers about supplies alone. */
function phoneFor({ sent, settings }: Part): string {
  const { phone, urgentPhone } = settings.support;
  const { kind } = subjectOf(settings, sent);
  return kind === 'urgent-supplies' || kind === 'registration' ? (urgentPhone ?? phone) : phone;
}

/** Without the browser's code the button is there at once, and says when it is too early. */
const SendAgain = ({ sent, sealed, now, words }: SentPageProps & { words: AskWords }) => {
  const wait = Math.max(0, sent.againAt.getTime() - now.getTime());
  return (
    <Form action={sentAgainAddress}>
      <input type="hidden" name="asked" value={sealed} />
      {wait > 0 ? (
        <p data-wait={Math.ceil(wait / 1000)} data-words={words.sent.againInSeconds}>
          {words.sent.againIn(Math.ceil(wait / 1000) * 1000)}
        </p>
      ) : null}
      <Button variant="secondary">{words.sent.again}</Button>
    </Form>
  );
};

const receivedPage = ({ sent, settings }: SentPageProps, words: AskWords): Page => ({
  title: words.sent.title,
  body: (
    <>
      <Panel title={words.sent.title}>
        {words.sent.reference}
        <br />
        <strong>{sent.reference}</strong>
      </Panel>
      <Paragraph>{words.sent.emailed(sent.email)}</Paragraph>
      <Heading level={2}>{words.sent.next}</Heading>
      <NextSteps sent={sent} settings={settings} words={words} />
      <Paragraph>
        <a href={sent.secret ? `${openTicketAddress}?link=${sent.secret}` : ticketAddress(sent.reference)}>
          {words.sent.see}
        </a>
      </Paragraph>
    </>
  ),
});

function NextSteps({ sent, settings, words }: Part) {
  const { kind } = subjectOf(settings, sent);
  const steps: ReactNode[] = [
    ...(sent.answerBy ? [words.sent.by(sent.answerBy, settings.service.timeZone)] : []),
    ...(kind === 'helping-someone' ? [words.sent.asked] : []),
    ...(kind === 'someone-died' ? [words.sent.died] : []),
    ...(sent.complaintDueOn ? [words.sent.complaint(sent.complaintDueOn)] : []),
    words.sent.answer,
    <CallInstead key="call" sent={sent} settings={settings} words={words} />,
  ];
  return <List items={steps} />;
}
