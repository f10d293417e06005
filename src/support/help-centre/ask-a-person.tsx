import { wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { Heading, List, Paragraph, PhoneLink, useVisit } from '../../ui/index.ts';
import { askAboutAddress, contactAddress } from '../addresses.ts';
import { askAPersonWords } from './ask-a-person.words.ts';

interface AskAPersonProps {
  support: Settings['support'];
  /** What somebody searched for, so that they need not type it again. */
  searched?: string;
}

/** The way on from every page of the help centre, for whom no article answers. */
export function AskAPerson({ support: { phone, hours }, searched }: AskAPersonProps) {
  const words = wordsIn(askAPersonWords, useVisit().language);
  const contact = <a href={contactAddress}>{words.contact}</a>;
  return (
    <>
      <Heading level={2}>{words.heading}</Heading>
      <Paragraph>{words.text}</Paragraph>
      {searched ? (
        <List
          items={[
            <a key="ask" href={askAboutAddress(searched)}>
              {words.askAbout(searched)}
            </a>,
            contact,
          ]}
        />
      ) : (
        <Paragraph>{contact}</Paragraph>
      )}
      <Paragraph>
        {words.call} <PhoneLink phone={phone} /> {words.hours(hours.days, hours.times)}
      </Paragraph>
    </>
  );
}
