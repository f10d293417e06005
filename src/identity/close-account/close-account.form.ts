import { z } from 'zod';

/** Closing is not done by a slip: the box is ticked first. */
export const closeAccountForm = (notSure: string) => z.object({ sure: z.literal('yes', notSure) });

export const reopenForm = z.object({ link: z.string() });
