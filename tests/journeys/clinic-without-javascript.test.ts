import { clinicJourneys } from './clinic-journeys.ts';

clinicJourneys(false);
