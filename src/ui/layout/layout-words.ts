import { wordsIn } from '../../kernel/words.ts';
import { useVisit } from '../visit.ts';
import { layoutWords } from './layout.words.ts';

export const useLayoutWords = () => wordsIn(layoutWords, useVisit().language);
