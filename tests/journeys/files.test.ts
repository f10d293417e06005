import { filesJourneys } from './files-journeys.ts';

filesJourneys(true);
