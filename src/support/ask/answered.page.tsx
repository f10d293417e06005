import { Heading, type Page, Paragraph } from '../../ui/index.ts';
import { helpAddress, newTicketAddress } from '../addresses.ts';
import type { AskWords } from './ask.words.ts';

export const answeredPage = (words: AskWords): Page => ({
  title: words.answered.title,
  body: (
    <>
      <Heading>{words.answered.title}</Heading>
      <Paragraph>{words.answered.nothingSent}</Paragraph>
      <Paragraph>
        <a href={newTicketAddress}>{words.answered.ask}</a>
      </Paragraph>
      <Paragraph>
        <a href={helpAddress}>{words.answered.help}</a>
      </Paragraph>
    </>
  ),
});
