// Fetched by main.ts for pages with a search of the help centre, and for no others.
export { suggest as start } from './enhance/suggestions.ts';
