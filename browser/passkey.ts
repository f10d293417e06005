// Fetched by main.ts for pages that can use a passkey, and for no others.
export { enhancePasskey as start } from './enhance/passkey.ts';
