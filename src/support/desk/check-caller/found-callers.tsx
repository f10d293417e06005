import { List, Paragraph } from '../../../ui/index.ts';
import type { FindPeopleOutcome } from '../people/find-people.ts';
import type { CheckCallerWords } from './check-caller.words.ts';

interface FoundProps {
  found: FindPeopleOutcome;
  address: string;
  words: CheckCallerWords;
}

/** Who it may be. The list is for the agent alone, who says nothing of it. */
export function FoundCallers({ found, address, words }: FoundProps) {
  if (found.outcome === 'too-short') return null;
  if (found.outcome === 'nobody') return <Paragraph>{words.nobody}</Paragraph>;
  return (
    <List
      items={found.people.map(({ id, name, email, organisations }) => (
        <span key={id}>
          <a href={`${address}?person=${id}`}>{name}</a>, {[email, organisations].filter(Boolean).join(', ')}
        </span>
      ))}
    />
  );
}
