import { filesJourneys } from './files-journeys.ts';

filesJourneys(false);
