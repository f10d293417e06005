import { fillHelpCentre } from '../../src/support/index.ts';
import type { Portal } from './portal.ts';

/** The starter articles of the profile's sets, as a new installation has them. */
export const fillWithArticles = ({ needs }: Pick<Portal, 'needs'>): Promise<void> =>
  fillHelpCentre(needs, () => undefined);
