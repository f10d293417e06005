import { requestsJourneys } from './requests-journeys.ts';

requestsJourneys(true);
