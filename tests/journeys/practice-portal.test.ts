import { practicePortalJourneys } from './practice-portal-journeys.ts';

practicePortalJourneys(true);
