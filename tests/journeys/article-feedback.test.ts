import { articleFeedbackJourneys } from './article-feedback-journeys.ts';

articleFeedbackJourneys(true);
