import { reviewsAndClosuresJourneys } from './reviews-and-closures-journeys.ts';

reviewsAndClosuresJourneys(false);
