import { userManagementJourneys } from './user-management-journeys.ts';

userManagementJourneys(false);
