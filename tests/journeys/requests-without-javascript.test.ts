import { requestsJourneys } from './requests-journeys.ts';

requestsJourneys(false);
