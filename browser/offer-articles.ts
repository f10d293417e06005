// Fetched by main.ts where somebody asks for help, and nowhere else.
export { offerArticles as start } from './enhance/offer-articles.ts';
