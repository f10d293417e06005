import type { Language } from '../../../kernel/words.ts';
import { Heading, List, Paragraph } from '../../../ui/index.ts';
import { deskTicketAddress } from '../../addresses.ts';
import { AccountBeside } from './account-beside.tsx';
import { type BesideParts, besideWords } from './beside-words.ts';
import type { BesideTicket as Beside } from './read-beside-ticket.ts';

interface BesideProps {
  /** Of the ticket that it stands beside, to come back to. */
  reference: string;
  beside: Beside;
  timeZone: string;
  language: Language;
  /** Where it is checked who asks, for staff who may. */
  checkHref: string | undefined;
}

/** What staff need to know of whoever asks, beside what they ask. */
export function BesideTicket({ reference, beside, timeZone, language, checkHref }: BesideProps) {
  const words = besideWords(language);
  const { account } = beside;
  return (
    <>
      <Heading level={2} size="m">
        {words.beside.title}
      </Heading>
      {account === 'not-proven' ? <NotProven checkHref={checkHref} words={words} /> : null}
      {account === 'not-yours' ? <Paragraph>{words.beside.notYours}</Paragraph> : null}
      {typeof account === 'object' ? (
        <AccountBeside reference={reference} account={account} timeZone={timeZone} words={words} />
      ) : null}
      <Organisation organisation={beside.organisation} words={words} />
      {account === 'not-yours' ? null : <Earlier beside={beside} timeZone={timeZone} words={words} />}
    </>
  );
}

const NotProven = ({ checkHref, words: { beside } }: BesideParts & { checkHref: string | undefined }) => (
  <>
    <Paragraph>{beside.notProven}</Paragraph>
    {checkHref ? (
      <Paragraph>
        <a href={checkHref}>{beside.check}</a>
      </Paragraph>
    ) : null}
  </>
);

function Organisation({ organisation, words: { beside } }: BesideParts & Pick<Beside, 'organisation'>) {
  return (
    <>
      <Heading level={3} size="s">
        {beside.organisation}
      </Heading>
      {organisation ? (
        <>
          <Paragraph>{[organisation.name, organisation.code].filter(Boolean).join(' ')}</Paragraph>
          <Paragraph>{beside.administrators}:</Paragraph>
          <List
            items={
              organisation.administrators.length > 0
                ? organisation.administrators.map(
                    ({ fullName, role }) =>
                      `${fullName}, ${role === 'main-contact' ? beside.mainContact : beside.deputy}`,
                  )
                : [beside.nobody]
            }
          />
        </>
      ) : (
        <Paragraph>{beside.noOrganisation}</Paragraph>
      )}
    </>
  );
}

function Earlier({
  beside: { earlier },
  timeZone,
  words: { beside, desk },
}: BesideParts & { beside: Beside; timeZone: string }) {
  return (
    <>
      <Heading level={3} size="s">
        {beside.earlier}
      </Heading>
      {earlier.length > 0 ? (
        <List
          items={earlier.map(({ reference, title, createdAt }) => (
            <span key={reference}>
              <a href={deskTicketAddress(reference)}>{reference}</a> {title}, {desk.day(createdAt, timeZone)}
            </span>
          ))}
        />
      ) : (
        <Paragraph>{beside.noEarlier}</Paragraph>
      )}
    </>
  );
}
