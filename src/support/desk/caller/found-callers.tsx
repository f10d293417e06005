import { List, Paragraph } from '../../../ui/index.ts';
import type { FindPeopleOutcome } from '../people/find-people.ts';
import type { CallerWords } from './caller.words.ts';

interface FoundProps {
  found: FindPeopleOutcome;
  address: string;
  words: CallerWords;
}

/** Who it may be. The list is for the agent alone, who says nothing of it. */
export function FindPeopleResult({ found, address, words: { check } }: FoundProps) {
  if (found.outcome === 'too-short') return null;
  if (found.outcome === 'nobody') return <Paragraph>{check.nobody}</Paragraph>;
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
