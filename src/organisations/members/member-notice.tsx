import { NotificationBanner, WarningCallout } from '../../ui/index.ts';
import type { Closed } from '../places/find-closed.ts';
import type { MemberWords } from './member.words.ts';

/** What was just done to somebody, said on the page that one comes back to. */
export function MemberNotice({ done, name, words }: { done: unknown; name: string; words: MemberWords }) {
  const say = typeof done === 'string' && Object.hasOwn(words.done, done) ? words.done[done] : undefined;
  return say ? <NotificationBanner success heading={say(name)} /> : null;
}

/** That an organisation closed, and until when its people can look. */
export const ReadOnlyNotice = ({ closed, words }: { closed: Closed | undefined; words: MemberWords }) =>
  closed ? (
    <WarningCallout heading={words.readOnly.heading(closed.name)}>
      <p>{closed.until ? words.readOnly.until(words.calendarDay(closed.until)) : words.readOnly.now}</p>
    </WarningCallout>
  ) : null;
