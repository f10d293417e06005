import { locumNetworkJourneys } from './locum-network-journeys.ts';

locumNetworkJourneys(false);
