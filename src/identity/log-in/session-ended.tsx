import type { Duration } from '../../kernel/duration.ts';
import type { SessionEnding } from '../../platform/http/index.ts';
import { InsetText, Paragraph } from '../../ui/index.ts';
import type { LogInWords } from './log-in.words.ts';

export interface SessionEndedProps {
  how: SessionEnding;
  idle: Duration;
  longest: Duration;
}

/** Why the log in page came instead of what was asked for, and what became of what was typed. */
export const SessionEnded = ({ ended, words }: { ended: SessionEndedProps; words: LogInWords['ended'] }) => (
  <InsetText>
    <Paragraph>
      <strong>{words.loggedOut}</strong>
    </Paragraph>
    <Paragraph>{words.limits(ended.idle, ended.longest)}</Paragraph>
    {ended.how === 'kept' ? <Paragraph>{words.kept}</Paragraph> : null}
    {ended.how === 'file-not-kept' ? <Paragraph>{words.fileNotKept}</Paragraph> : null}
  </InsetText>
);
