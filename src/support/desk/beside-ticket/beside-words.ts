import { type Language, wordsIn } from '../../../kernel/words.ts';
import { deskWords } from '../desk.words.ts';
import { eventsWords } from '../events.words.ts';
import { peopleWords } from '../people/people.words.ts';
import { besideTicketWords } from './beside-ticket.words.ts';

export const besideWords = (language: Language) => ({
  beside: wordsIn(besideTicketWords, language),
  desk: wordsIn(deskWords, language),
  events: wordsIn(eventsWords, language),
  people: wordsIn(peopleWords, language),
});

export interface BesideParts {
  words: ReturnType<typeof besideWords>;
}
