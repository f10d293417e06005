import { useVisit } from '../../../../ui/index.ts';
import { deskTicketAddress } from '../../../addresses.ts';
import { sayPresence } from '../presence/presence.ts';
import type { PresenceWords } from '../presence/presence.words.ts';
import { countOfMessages } from './count-of-messages.ts';
import type { DeskTicket } from './read-desk-ticket.ts';

/** Who else is here, as it was when the page was made; with scripts it stays true. */
export function LivePresence({ desk, words }: { desk: DeskTicket; words: PresenceWords }) {
  const { assets, csrfToken } = useVisit();
  const { reference } = desk.ticket;
  return (
    <div
      className="gh-presence"
      data-live={deskTicketAddress(reference, 'live')}
      data-writing={deskTicketAddress(reference, 'writing')}
      data-script={assets('live-ticket.js')}
      data-csrf={csrfToken}
      data-seen={countOfMessages(desk.messages)}
      data-read-again={words.readAgain}
      {...{ role: 'status', 'aria-label': words.label }}
    >
      {sayPresence(desk.present, desk.now, words).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
