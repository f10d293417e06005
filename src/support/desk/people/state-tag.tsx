import { Tag } from '../../../ui/index.ts';
import type { FoundPerson } from './find-people.store.ts';
import type { PeopleWords } from './people.words.ts';

const colours = { invited: 'yellow', active: 'green', deactivated: 'red', closed: 'grey' } as const;

export const StateTag = ({ state, words }: { state: FoundPerson['state']; words: PeopleWords }) => (
  <Tag colour={colours[state]}>{words.states[state]}</Tag>
);
