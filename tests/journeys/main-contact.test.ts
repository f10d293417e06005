import { mainContactJourneys } from './main-contact-journeys.ts';

mainContactJourneys(true);
