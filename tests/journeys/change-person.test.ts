import { changePersonJourneys } from './change-person-journeys.ts';

changePersonJourneys(true);
