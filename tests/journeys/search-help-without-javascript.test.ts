import { searchHelpJourneys } from './search-help-journeys.ts';

searchHelpJourneys(false);
