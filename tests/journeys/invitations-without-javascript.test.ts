import { invitationsJourneys } from './invitations-journeys.ts';

invitationsJourneys(false);
