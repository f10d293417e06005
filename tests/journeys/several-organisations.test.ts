import { severalOrganisationsJourneys } from './several-organisations-journeys.ts';

severalOrganisationsJourneys(true);
