import { deskTicketAddress } from '../../addresses.ts';
import type { ListedMail } from './desk-mail.store.ts';
import type { DeskMailWords } from './desk-mail.words.ts';

/** The ticket that came of a mail. */
export const TicketLink = ({ mail: { reference } }: { mail: ListedMail }) =>
  reference ? <a href={deskTicketAddress(reference)}>{reference}</a> : null;

/** What became of a mail, and why nothing did. */
export function outcomeOf({ effect, problem }: ListedMail, words: DeskMailWords): string {
  const said = [effect && words.effects[effect], problem && words.problems[problem]].filter(Boolean);
  return said.length > 0 ? said.join('. ') : words.notHandled;
}
