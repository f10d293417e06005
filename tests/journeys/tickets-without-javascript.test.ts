import { ticketsJourneys } from './tickets-journeys.ts';

ticketsJourneys(false);
