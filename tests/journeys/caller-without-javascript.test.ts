import { callerJourneys } from './caller-journeys.ts';

callerJourneys(false);
