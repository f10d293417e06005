import { manyPeopleJourneys } from './many-people-journeys.ts';

manyPeopleJourneys(false);
