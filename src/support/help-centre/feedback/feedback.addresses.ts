import { articleAddress } from '../../addresses.ts';

/** Where an article’s address ends; both parts as they stand in it. */
export interface AddressOfArticle {
  category: string;
  slug: string;
}

export const readArticleAddress = ({ category, slug }: AddressOfArticle): string =>
  articleAddress(category, slug);

export const helpfulAddress = (article: AddressOfArticle): string => `${readArticleAddress(article)}/helpful`;

export const feedbackAddress = (article: AddressOfArticle): string =>
  `${readArticleAddress(article)}/feedback`;
