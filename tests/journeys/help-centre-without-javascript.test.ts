import { helpCentreJourneys } from './help-centre-journeys.ts';

helpCentreJourneys(false);
