import { askJourneys } from './ask-journeys.ts';

askJourneys(false);
