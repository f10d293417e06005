// Fetched by main.ts for forms that ask for a proof of work, and for no others.
export { proveWork as start } from './enhance/prove-work.ts';
