import { Heading, LinkButton, type Page, Paragraph } from '../../ui/index.ts';
import type { LogOutWords } from './log-out.words.ts';

export const loggedOutPage = (logInAddress: string, words: LogOutWords): Page => ({
  title: words.title,
  body: (
    <>
      <Heading>{words.title}</Heading>
      <Paragraph>{words.body}</Paragraph>
      <LinkButton href={logInAddress}>{words.again}</LinkButton>
    </>
  ),
});
