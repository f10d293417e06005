import { deskArticlesAddress } from '../../addresses.ts';

const below = (base: string, parts: readonly (string | number)[]): string => [base, ...parts].join('/');

export const newArticleAddress = `${deskArticlesAddress}/new`;

export const deskArticleAddress = (id: string, ...steps: (string | number)[]): string =>
  below(deskArticlesAddress, [id, ...steps]);

export const versionAddress = (id: string, number: string | number, ...steps: string[]): string =>
  deskArticleAddress(id, 'versions', number, ...steps);

export const deskCategoriesAddress = `${deskArticlesAddress}/categories`;
export const newCategoryAddress = `${deskCategoriesAddress}/new`;

export const deskCategoryAddress = (id: string, ...steps: string[]): string =>
  below(deskCategoriesAddress, [id, ...steps]);
