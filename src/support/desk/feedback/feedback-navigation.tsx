import { deskFeedbackAddress, heldFeedbackAddress } from '../../addresses.ts';
import { feedbackRatesAddress } from './desk-feedback.addresses.ts';
import type { DeskFeedbackWords } from './desk-feedback.words.ts';

export type FeedbackPageName = keyof DeskFeedbackWords['pages'];

const addresses: Record<FeedbackPageName, string> = {
  work: deskFeedbackAddress,
  held: heldFeedbackAddress,
  rates: feedbackRatesAddress,
};

interface NavigationProps {
  current: FeedbackPageName;
  held: number;
  words: DeskFeedbackWords;
}

/** From one page about feedback to another; how much waits stands beside its name. */
export const FeedbackNavigation = ({ current, held, words }: NavigationProps) => (
  <nav aria-label={words.pagesLabel}>
    <ul className="gh-queues">
      {(['work', 'held', 'rates'] as const).map((name) => {
        const label = name === 'held' && held > 0 ? words.counted(words.pages.held, held) : words.pages[name];
        return (
          <li key={name}>
            <a
              href={addresses[name]}
              className="gh-queues__link"
              aria-current={name === current ? 'page' : undefined}
            >
              {label}
            </a>
          </li>
        );
      })}
    </ul>
  </nav>
);
