import { deskTicketsJourneys } from './desk-tickets-journeys.ts';

deskTicketsJourneys(true);
