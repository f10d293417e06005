import { dataRightsJourneys } from './data-rights-journeys.ts';

dataRightsJourneys(false);
