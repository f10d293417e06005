import { Button, Form, Heading, type Page, Paragraph, SummaryList, type SummaryRow } from '../../ui/index.ts';
import { registerAddress, stepAddress } from '../addresses.ts';
import type { Organisation } from '../places/organisation.ts';
import { addressLine } from '../places/organisation-address.tsx';
import type { WholeJourney } from './journey.ts';
import type { RegisterOrganisationWords } from './register-organisation.words.ts';

type Words = RegisterOrganisationWords;

export const checkAnswersPage = (practice: Organisation, journey: WholeJourney, words: Words): Page => ({
  title: words.check.title,
  back: { href: stepAddress(practice.code, 'mailbox') },
  body: (
    <>
      <Heading>{words.check.title}</Heading>
      <SummaryList rows={answers(practice, journey, words)} />
      <Paragraph>{words.check.true}</Paragraph>
      <Form action={stepAddress(practice.code, 'check')}>
        <Button>{words.check.send}</Button>
      </Form>
    </>
  ),
});

function answers(practice: Organisation, { you, mailbox }: WholeJourney, words: Words): SummaryRow[] {
  const [toYou, toMailbox] = [stepAddress(practice.code, 'you'), stepAddress(practice.code, 'mailbox')];
  const row = (name: keyof Words['check']['what'], value: SummaryRow['value'], href: string): SummaryRow => ({
    key: words.check[name],
    value,
    actions: [{ href, label: words.check.change, what: words.check.what[name] }],
  });
  return [
    row('practice', <PracticeShown practice={practice} words={words} />, registerAddress),
    row('fullName', you.fullName, toYou),
    row('email', you.email, toYou),
    row('phone', you.phone, toYou),
    row('mailbox', mailbox, toMailbox),
  ];
}

const PracticeShown = ({ practice, words }: { practice: Organisation; words: Words }) => (
  <>
    {practice.name}
    <br />
    {addressLine(practice)}
    <br />
    {words.uniqueId(practice.code)}
  </>
);
