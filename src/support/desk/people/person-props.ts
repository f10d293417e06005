import { type Language, wordsIn } from '../../../kernel/words.ts';
import type { Services } from '../../../platform/settings/services-setting.ts';
import { type DeskWords, deskWords } from '../desk.words.ts';
import { type EventsWords, eventsWords } from '../events.words.ts';
import type { Notice } from '../outcome-notice.tsx';
import { type PeopleWords, peopleWords } from './people.words.ts';
import { type PersonWords, personWords } from './person.words.ts';
import { type PersonSecurityWords, personSecurityWords } from './person-security.words.ts';
import type { Person } from './read-person.ts';

export interface AllPersonWords {
  desk: DeskWords;
  people: PeopleWords;
  person: PersonWords;
  events: EventsWords;
  security: PersonSecurityWords;
}

export interface PersonProps {
  person: Person;
  timeZone: string;
  services: Services;
  now: Date;
  /** What was just done to the account. */
  notice: Notice | undefined;
}

/** The words of whatever shows a person, or a part of one. */
export const allPersonWords = (language: Language): AllPersonWords => ({
  desk: wordsIn(deskWords, language),
  people: wordsIn(peopleWords, language),
  person: wordsIn(personWords, language),
  events: wordsIn(eventsWords, language),
  security: wordsIn(personSecurityWords, language),
});
