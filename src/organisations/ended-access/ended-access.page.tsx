import { Heading, List, type Page, Paragraph } from '../../ui/index.ts';
import { stepAddress } from '../addresses.ts';
import type { EndedAccess } from './ended-access.store.ts';
import type { EndedAccessWords } from './ended-access.words.ts';

interface EndedAccessProps {
  ended: EndedAccess;
  code: string;
  timeZone: string;
  /** Whether people ask for access here. */
  mayAsk: boolean;
}

/** Never why, and never who decided it. */
export function endedAccessPage(props: EndedAccessProps, words: EndedAccessWords): Page {
  const { name, isOnLeave } = props.ended;
  const title = (isOnLeave ? words.paused : words.ended).title(name);
  return {
    title,
    body: (
      <>
        <Heading>{title}</Heading>
        {linesOf(props, words).map((line) => (
          <Paragraph key={line}>{line}</Paragraph>
        ))}
        <Next {...props} words={words} />
      </>
    ),
  };
}

function linesOf({ ended, timeZone }: EndedAccessProps, words: EndedAccessWords): string[] {
  const { name, endedAt, returnsOn, isOnLeave, isClosed, isMember } = ended;
  if (isOnLeave) {
    const { until, open, early } = words.paused;
    return [returnsOn ? until(name, returnsOn) : open(name), early];
  }
  return [
    words.ended.at(name, endedAt, timeZone),
    ...(isClosed ? [words.ended.closed] : []),
    isMember ? words.ended.askMainContact : words.ended.others,
  ];
}

const Next = ({ ended, code, mayAsk, words }: EndedAccessProps & { words: EndedAccessWords }) => (
  <List
    items={[
      ...(mayAsk && !ended.isMember && !ended.isClosed
        ? [
            <a key="ask" href={stepAddress(code, 'access')}>
              {words.ended.ask}
            </a>,
          ]
        : []),
      <a key="access" href="/account/access">
        {words.access}
      </a>,
      <a key="contact" href="/contact">
        {words.contact}
      </a>,
    ]}
  />
);
