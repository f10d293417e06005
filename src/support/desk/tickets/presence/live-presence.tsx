import { useVisit } from '../../../../ui/index.ts';
import { deskTicketAddress } from '../../../addresses.ts';
import type { DeskTicket } from '../ticket/read-desk-ticket.ts';
import { sayPresence } from './presence.ts';
import type { PresenceWords } from './presence.words.ts';

/** Who else is here, as it was when the page was made; with scripts it stays true. */
export function LivePresence({ desk, words }: { desk: DeskTicket; words: PresenceWords }) {
  const { assets, csrfToken } = useVisit();
  const { reference } = desk.ticket;
  const newest = desk.messages.findLast(({ kind }) => kind === 'from-requester' || kind === 'from-support');
  return (
    <div
      className="gh-presence"
      data-live={deskTicketAddress(reference, 'live')}
      data-writing={deskTicketAddress(reference, 'writing')}
      data-script={assets('live-ticket.js')}
      data-csrf={csrfToken}
      data-newest={newest?.id ?? ''}
      data-read-again={words.readAgain}
      {...{ role: 'status', 'aria-label': words.label }}
    >
      {sayPresence(desk.present, desk.now, words).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
